"""How long what somebody learned holds; the one place that knows (“refresh after 24 months”)."""

import datetime

from django.conf import settings

from training.catalogue.months import add_months

EARLIER_MONTHS = 24
SOON_DAYS = 60


def soon_days() -> int:
    """Of the settings; another site need not have them."""
    return int(getattr(settings, "TRAINING_REFRESH_SOON_DAYS", SOON_DAYS))


def earlier_months() -> int:
    """Of training that was not one of our courses, and so has no length of its own; counted from the end of its month:
    the day is not known, and nobody loses by that. Of the settings, as above."""
    return int(getattr(settings, "TRAINING_EARLIER_MONTHS", EARLIER_MONTHS))


def valid_until(learned_on: datetime.date, months: int | None) -> datetime.date | None:
    """The last day; None: it need not be refreshed."""
    return None if months is None else add_months(learned_on, months)


def earliest_still_valid(day: datetime.date, months: int) -> datetime.date:
    """What was learned on this day or later still holds on `day`."""
    first = add_months(day, -months)
    while add_months(first, months) < day:
        first += datetime.timedelta(days=1)
    return first
