"""Plan owner, responsible function, validity, phone numbers and links."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plan_pages.importing.dates import days_in
from plan_pages.importing.labels import Field

SENTENCE_OF_VALIDITY = re.compile(
    r"\b(?:planen|handlingsplanen|dokumentet|den)?\s*(?:gäller|är\s+giltig)\s+(?:för|under|från|fr\.?\s?o\.?\s?m|till|t\.?\s?o\.?\s?m|åren|perioden|tills)\b.*",
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
    r"\b(?:handlings)?planen\s+(?:gäller|är\s+giltig)\s+(?:för|under|från|fr\.?\s?o\.?\s?m|till|t\.?\s?o\.?\s?m|åren|perioden)[^.]*?(?:19|20)\d\d[^.]*",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:till|t\.?\s?o\.?\s?m|längst|tills)\b", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\d/:-])(?:\+46[\s-]?\(?0?\)?\d{1,3}|0\d{1,3})(?:\s?[-–/]\s?|\s)\d{2,3}(?:\s?\d{2,3}){1,3}(?![\d:/-]\d)"
    r"|\b(?:ring|telefon(?:nummer)?|nummer|tel\.?|larmnummer(?:et)?|via|på)\s+(1[01]\d(?:\s?\d{2})?)\b",
    re.IGNORECASE,
)
LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”»)\]]+", re.IGNORECASE)
E_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")


@dataclass(frozen=True)
class Validity:
    first: datetime.date | None = None
    last: datetime.date | None = None


@dataclass(frozen=True)
class Finding:
    """`kind` is phone, link or email; `text` as it stands in the document."""

    kind: str
    text: str


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
        return _period(stated.group() if stated else title, until=False)
    return Validity(first, last)


def _period(text: str, *, until: bool) -> Validity:
    days = list(days_in(text))
    if len(days) >= 2:
        return Validity(days[0][1], days[1][1])
    if days:
        match, day = days[0]
        return Validity(None, day) if until or UNTIL.search(text[: match.start()]) else Validity(day, None)
    years = YEARS.search(text)
    if years:
        end = years.group(2) if len(years.group(2)) == 4 else years.group(1)[:2] + years.group(2)
        return Validity(datetime.date(int(years.group(1)), 1, 1), datetime.date(int(end), 12, 31))
    year = YEAR.search(text)
    if year and (until or UNTIL.search(text[: year.start()])):
        return Validity(None, datetime.date(int(year.group(1)), 12, 31))
    return Validity()


def findings_in(text: str) -> Iterator[Finding]:
    """What a later correction may touch: numbers, links, addresses (in the order of the text)."""
    found: list[tuple[int, Finding]] = []
    for match in PHONE.finditer(text):
        group = 1 if match.group(1) else 0
        found.append((match.start(group), Finding("phone", re.sub(r"\s+", " ", match.group(group)).strip())))
    found += [(match.start(), Finding("link", match.group().rstrip(".,;:"))) for match in LINK.finditer(text)]
    found += [(match.start(), Finding("email", match.group())) for match in E_MAIL.finditer(text)]
    return (finding for _start, finding in sorted(found, key=lambda pair: pair[0]))
