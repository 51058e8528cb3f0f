"""Days and times as somebody writes them in a cell, local time."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils.translation import gettext as _

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_BETWEEN_DAYS = re.compile(r"\s*[,;\n]\s*")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]00)?")


def day_of(cell: str) -> datetime.date:
    """Raises ValueError with a sentence for people."""
    found = _DATE.fullmatch(cell.strip())
    try:
        if found:
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise ValueError(_("write the day as year, month and day, for example 2026-03-02."))


def days_of(cell: str) -> list[datetime.date]:
    """One day, or several with a comma or semicolon between them, in order. Raises ValueError, as above."""
    days = [day_of(part) for part in _BETWEEN_DAYS.split(cell.strip())]
    if len(days) != len(set(days)):
        raise ValueError(_("the same day is written twice."))
    return sorted(days)


def time_of(cell: str) -> datetime.time:
    """Raises ValueError, as above."""
    found = _TIME.fullmatch(cell.strip())
    try:
        if found:
            return datetime.time(int(found[1]), int(found[2]))
    except ValueError:
        pass
    raise ValueError(_("write the time as hours and minutes, for example 09:00."))


def moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """Raises ValueError, as above, for the hour that is left out or comes twice when the clocks change."""
    try:
        return from_current_timezone(datetime.datetime.combine(day, time))
    except ValidationError as error:
        raise ValueError(
            _("the clocks change that night, so this time does not exist or comes twice.")
        ) from error
