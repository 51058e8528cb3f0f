"""The decision a plan says it rests on (A0.1): body, day, paragraph, registry number, each only where it is written."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_pages.importing.dates import DAY, days_in, first_day_in
from plan_pages.importing.labels import Field

BODY_NAMES = {
    "kf": "kommunfullmäktige",
    "ks": "kommunstyrelsen",
    "kommunstyrelse": "kommunstyrelsen",
    "fullmäktige": "kommunfullmäktige",
    "brå": "brottsförebyggande rådet",
    "lokala brå": "brottsförebyggande rådet",
    "kommunstyrelsens arbetsutskott": "kommunstyrelsens arbetsutskott",
    "ksau": "kommunstyrelsens arbetsutskott",
}
BODY = re.compile(
    r"\b(kommunfullmäktige|fullmäktige|kommunstyrelsens\s+arbetsutskott|kommunstyrelsen|kommunstyrelse"
    r"|[a-zåäö]+(?:\s?-?\s?(?:och|,)\s[a-zåäö-]+)?nämnden|direktionen|styrgruppen|brottsförebyggande\s+rådet"
    r"|(?:lokala\s+)?brå|ksau|kf|ks)\b",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(antagen|antaget|antagits|antogs|antagande|fastställd|fastställt|fastställts|fastställdes|beslutad|beslutat"
    r"|beslutats|beslutades|godkänd|godkänt)\b",
    re.IGNORECASE,
)
REVISED = re.compile(r"\b(reviderad|reviderat|revideras|reviderades|uppdaterad|ändrad)\b", re.IGNORECASE)
PARAGRAPH = re.compile(r"(?:§§?|\bparagraf(?:en)?)\s*:?\s*(\d{1,4}(?:\s?[a-z]\b)?)", re.IGNORECASE)
REGISTRY_LABEL = re.compile(
    r"\b(?:dnr|diarienummer|diarienr|ärendenummer|ärendenr)\b\.?\s*:?\s*"
    r"((?:[A-ZÅÄÖ]{1,6}[\s./-]?)?(?:[A-ZÅÄÖ]{2,6}[\s./-]?)?\d{2,4}\s?[:/.-]\s?\d{1,6}(?:[-/:.]\d{1,6})?)",
    re.IGNORECASE,
)
REGISTRY_PLAIN = re.compile(r"\b([A-ZÅÄÖ]{2,6}(?:/|-|\s)(?:19|20)\d\d[:/-]\d{1,6})(?!-?\d)\b")


@dataclass(frozen=True)
class FoundDecision:
    """`paragraph` is the number without the sign ("74")."""

    body: str | None = None
    date: datetime.date | None = None
    paragraph: str | None = None
    registry_number: str | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.body or self.date or self.paragraph or self.registry_number)


def find_decision(lines: Sequence[str], fields: Sequence[Field]) -> FoundDecision:
    """From the lines of front and back matter and the labelled fields; a label says more than a sentence."""
    sentence = _from_sentences(lines)
    labelled = _from_fields(fields)
    return FoundDecision(
        body=labelled.body or sentence.body,
        date=labelled.date or sentence.date,
        paragraph=labelled.paragraph or sentence.paragraph,
        registry_number=labelled.registry_number or sentence.registry_number or _registry_number(lines),
    )


def is_decision_line(text: str) -> bool:
    """Does the line state who adopted the plan? (A body's name or a day must stand with the verb.)"""
    return len(text) < 250 and bool(VERB.search(text)) and bool(BODY.search(text) or DAY.search(text))


def names_revision(lines: Sequence[str]) -> bool:
    return any(REVISED.search(line) and DAY.search(line) for line in lines)


def _from_sentences(lines: Sequence[str]) -> FoundDecision:
    for position, line in enumerate(lines):
        if not is_decision_line(line):
            continue
        following = lines[position + 1] if position + 1 < len(lines) else ""
        text = (
            line
            if DAY.search(line) or not (DAY.search(following) and len(following) < 60)
            else f"{line} {following}"
        )
        verb = VERB.search(text)
        start = verb.start() if verb else 0
        revised = REVISED.search(text, start)
        part = text[start : revised.start()] if revised else text[start:]
        whole = part if BODY.search(part) else text
        paragraph = PARAGRAPH.search(part)
        return FoundDecision(
            body=_body(whole),
            date=first_day_in(part),
            paragraph=_paragraph(paragraph),
            registry_number=_registry_number([part]),
        )
    return FoundDecision()


def _from_fields(fields: Sequence[Field]) -> FoundDecision:
    values: dict[str, str] = {}
    for field in fields:
        values.setdefault(field.name, field.value)
    body_text = values.get("body", "")
    day_text = values.get("date", "")
    return FoundDecision(
        body=_body(body_text) or _body(day_text),
        date=first_day_in(day_text) or first_day_in(body_text),
        paragraph=_bare_paragraph(values.get("paragraph", ""))
        or _paragraph(PARAGRAPH.search(f"{day_text} {body_text}")),
        registry_number=_labelled_number(values.get("registry_number", "")),
    )


def _body(text: str) -> str | None:
    match = BODY.search(text)
    if not match:
        return None
    name = re.sub(r"\s+", " ", match.group(1)).lower()
    return BODY_NAMES.get(name, name)


def _paragraph(match: re.Match[str] | None) -> str | None:
    return match.group(1).replace(" ", "") if match else None


def _bare_paragraph(text: str) -> str | None:
    match = re.search(r"\d{1,4}", text)
    return match.group() if match else None


def _labelled_number(text: str) -> str | None:
    match = re.search(r"[\wÅÄÖåäö./:-]*\s?\d{2,4}\s?[:/.-]\s?\d{1,6}(?:[-/:.]\d+)?", text)
    return match.group().strip() if match else None


def _registry_number(lines: Sequence[str]) -> str | None:
    for line in lines:
        match = REGISTRY_LABEL.search(line) or REGISTRY_PLAIN.search(line)
        if match and not any(day.group() == match.group(1) for day, _date in days_in(line)):
            return match.group(1).strip()
    return None
