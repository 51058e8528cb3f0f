"""How long a verification holds: the one place that knows (domain.md: 90 days, our proposal)."""

import datetime

from django.conf import settings

DAYS = 90
# Its keepers are told so long before.
SOON = datetime.timedelta(days=14)


def holds_for() -> datetime.timedelta:
    """Of the settings; another site need not have them."""
    return datetime.timedelta(days=getattr(settings, "HELPLINE_DAYS", DAYS))


def last_day(verified_on: datetime.date) -> datetime.date:
    """The line is shown on this day and no longer at midnight after it."""
    return verified_on + holds_for()
