"""Months of the catalogue: which can be chosen, and when one begins and ends in local time."""

import datetime

from django.utils import timezone
from django.utils.dateformat import format as in_format

from handslag import clock

AHEAD = 12
MONTHS_A_YEAR = 12

type Month = tuple[int, int]


def months_ahead() -> list[Month]:
    """This one and the twelve after it."""
    today = clock.today()
    return [later((today.year, today.month), step) for step in range(AHEAD + 1)]


def later(month: Month, by: int) -> Month:
    count = month[0] * MONTHS_A_YEAR + month[1] - 1 + by
    return count // MONTHS_A_YEAR, count % MONTHS_A_YEAR + 1


def as_text(month: Month) -> str:
    return f"{month[0]:04}-{month[1]:02}"


def in_words(month: Month) -> str:
    return in_format(datetime.date(*month, 1), "F Y")


def bounds(month: Month) -> tuple[datetime.datetime, datetime.datetime]:
    """From its first moment to that of the next one; a month in which the clocks change is an hour off."""
    following = later(month, 1)
    return (
        timezone.make_aware(datetime.datetime(*month, 1)),  # noqa: DTZ001 - made aware here
        timezone.make_aware(datetime.datetime(*following, 1)),  # noqa: DTZ001 - made aware here
    )
