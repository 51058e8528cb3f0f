"""Which days somebody can mean: a year typed wrongly (0026, 9999) is none of them, and what is computed from a day
stays one."""

import datetime

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from handslag import clock

FIRST_YEAR, LAST_YEAR = 1900, 2199


def validate_sensible(day: datetime.date) -> None:
    """Of a day or a moment. Raises ValidationError."""
    # The year alone: a moment of the first or last year may have none in another zone.
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(
            _("Choose a day between %(first)d and %(last)d."),
            code="no_sensible_day",
            params={"first": FIRST_YEAR, "last": LAST_YEAR},
        )


def validate_not_ahead(day: datetime.date) -> None:
    """Raises ValidationError."""
    if day > clock.today():
        raise ValidationError(_("Choose today or a day before it: this has happened already."), code="ahead")


def sensible(*fields: str, moments: bool = False) -> Q:
    """The same for the database's own constraint; an empty field is none of its matters. `moments`: the fields hold
    moments; local midnight of New Year may lie in the year before or after."""
    first, last = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
    lowest: datetime.date = first
    highest: datetime.date = last
    if moments:
        a_day = datetime.timedelta(days=1)
        lowest, highest = (
            datetime.datetime.combine(day, datetime.time(), datetime.UTC)
            for day in (first - a_day, last + a_day)
        )
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__gte": lowest, f"{field}__lte": highest}) | Q(**{field: None})
    return condition


def days_after(day: datetime.date, days: int) -> datetime.date:
    """The last day there is where the calendar ends before."""
    return (
        day + datetime.timedelta(days=days) if days <= (datetime.date.max - day).days else datetime.date.max
    )
