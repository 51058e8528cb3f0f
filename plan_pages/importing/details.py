"""Plan owner, responsible function and validity, each only where the document states it."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_pages.importing.dates import days_in
from plan_pages.importing.labels import Field

SENTENCE_OF_VALIDITY = re.compile(
    r"\b(?:planen|handlingsplanen|dokumentet|den)?\s*(?:gäller|är\s+giltig)\s+(?:för|under|från|fr\.?\s?o\.?\s?m|till|t\.?\s?o\.?\s?m|åren|perioden|mandatperioden|tills|(?=\d))\b.{0,200}",
    re.IGNORECASE,
)
OWNER_SENTENCE = re.compile(
    r"\b(kommunstyrelsen|kommunfullmäktige|[a-zåäö]+nämnden)\s+är\s+(?:plan(?:ens)?\s?-?\s?)?(?:ägare|förvaltare|planägare)\b"
    r"|\b(?:förvaltare|ägare|planägare)\s+(?:av|till|för)\s+(?:planen|handlingsplanen)\s+är\s+(kommunstyrelsen|[a-zåäö]+nämnden)\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)?\d\d)\b")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
IN_RUNNING_TEXT = re.compile(
    r"\b(?:handlings)?planen\s+(?:gäller|är\s+giltig)\s+(?:för|under|från|fr\.?\s?o\.?\s?m|till|t\.?\s?o\.?\s?m|åren|perioden|mandatperioden|(?=\d))[^.]{0,120}?(?:19|20)\d\d[^.]{0,120}",
    re.IGNORECASE,
)
FROM = re.compile(r"\b(?:från|fr\.?\s?o\.?\s?m)\b", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:till|t\.?\s?o\.?\s?m|längst|tills)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Validity:
    first: datetime.date | None = None
    last: datetime.date | None = None


def find_owner(fields: Sequence[Field], text: str) -> str | None:
    stated = _value(fields, "owner")
    if stated:
        return stated
    match = OWNER_SENTENCE.search(text)
    return (match.group(1) or match.group(2)) if match else None


def find_responsible(fields: Sequence[Field]) -> str | None:
    return _value(fields, "responsible")


def _value(fields: Sequence[Field], name: str) -> str | None:
    return next((field.value for field in fields if field.name == name), None)


def find_validity(
    fields: Sequence[Field], lines: Sequence[str], *, title: str = "", text: str = ""
) -> Validity:
    """From a labelled field, a sentence that says how long the plan is in force, or the years in its title."""
    first = last = None
    for field in fields:
        if field.name in {"validity", "until"}:
            found = _period(field.value, until=field.name == "until")
            first, last = first or found.first, last or found.last
    if first is None and last is None:
        for line in lines:
            match = SENTENCE_OF_VALIDITY.search(line)
            if match and (found := _period(match.group(), until=False)) != Validity():
                return found
        stated = IN_RUNNING_TEXT.search(text)
        return _period(stated.group(), until=False) if stated else _years_in(title)
    return Validity(first, last)


def _period(text: str, *, until: bool) -> Validity:
    days = list(days_in(text))
    if len(days) >= 2:
        return Validity(days[0][1], days[1][1])
    if days:
        match, day = days[0]
        return Validity(None, day) if until or UNTIL.search(text[: match.start()]) else Validity(day, None)
    years = _years_in(text)
    year = YEAR.search(text)
    if years != Validity() or not year:
        return years
    if until or UNTIL.search(text[: year.start()]):
        return Validity(None, datetime.date(int(year.group(1)), 12, 31))
    return Validity(datetime.date(int(year.group(1)), 1, 1), None) if FROM.search(text) else Validity()


def _years_in(text: str) -> Validity:
    """ "2019–2022" and "2019-22"; a title that holds a day is dated, not limited."""
    years = None if any(days_in(text)) else YEARS.search(text)
    if not years:
        return Validity()
    end = years.group(2) if len(years.group(2)) == 4 else years.group(1)[:2] + years.group(2)
    first, last = datetime.date(int(years.group(1)), 1, 1), datetime.date(int(end), 12, 31)
    return Validity(first, last) if first < last else Validity()
