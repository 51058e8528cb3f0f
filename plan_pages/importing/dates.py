"""Days as plans write them: 2016-04-25, 25 april 2016, den 3 mars 2018, 25/4 2016, 25.4.2016, 20160425, 160425."""

import datetime
import re
from collections.abc import Iterator

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
MONTH_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?\\.?" if len(name) > 3 else name for name in MONTHS)
DAY = re.compile(
    rf"\b(?P<y1>(?:19|20)\d\d)[-–.](?P<m1>\d\d?)[-–.](?P<d1>\d\d?)\b"
    rf"|\b(?P<d2>\d\d?)(?::?e)?\s+(?P<m2>{MONTH_NAMES}),?\s+(?P<y2>(?:19|20)\d\d)\b"
    rf"|\b(?P<d3>\d\d?)/(?P<m3>\d\d?)[-\s]+(?P<y3>(?:19|20)\d\d)\b"
    rf"|(?<![\d.])(?P<d5>\d\d?)\.(?P<m5>\d\d?)\.(?P<y5>(?:19|20)\d\d)\b"
    rf"|\b(?P<y6>(?:19|20)\d\d)/(?P<m6>\d\d)/(?P<d6>\d\d)\b"
    rf"|\b(?P<y4>20\d\d)(?P<m4>\d\d)(?P<d4>\d\d)\b",
    re.IGNORECASE,
)
# Two figures for the year: read only where a day must stand, as after a board's name.
SHORT_DAY = re.compile(r"(?<![\d/:-])(\d\d)(-?)(\d\d)\2(\d\d)(?![\d/:-]|\s?\d)")


def days_in(text: str) -> Iterator[tuple[re.Match[str], datetime.date]]:
    """Every day that exists in the calendar; 31 February is passed over."""
    for match in DAY.finditer(text):
        day = _day_of(match)
        if day is not None:
            yield match, day


def first_day_in(text: str) -> datetime.date | None:
    return next((day for _match, day in days_in(text)), None)


def short_day_in(text: str) -> datetime.date | None:
    """ "180226" and "18-02-26" of this century; municipalities had no such plans before."""
    for match in SHORT_DAY.finditer(text):
        try:
            return datetime.date(2000 + int(match.group(1)), int(match.group(3)), int(match.group(4)))
        except ValueError:
            continue
    return None


def _day_of(match: re.Match[str]) -> datetime.date | None:
    parts = {name[0]: value for name, value in match.groupdict().items() if value}
    month = parts["m"]
    number = int(month) if month.isdigit() else _month(month)
    try:
        return datetime.date(int(parts["y"]), number, int(parts["d"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    start = name.lower().rstrip(".")[:3]
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))
