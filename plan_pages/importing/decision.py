"""The decision a plan says it rests on (A0.1): body, day, paragraph, registry number, each only where it is written."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plan_pages.importing.bodies import BODY, OTHERS, body_in
from plan_pages.importing.dates import DAY, SHORT_DAY, first_day_in, short_day_in
from plan_pages.importing.labels import Field
from plan_pages.importing.registry_numbers import labelled_value, registry_number_in

VERB = re.compile(
    r"\b(antagen|antaget|antagits|antogs|antog|antagande|fastställd|fastställt|fastställts|fastställdes|fastställde|beslutad"
    r"|beslutat|beslutats|beslutades|beslutade|godkänd|godkänt|godkändes)\b",
    re.IGNORECASE,
)
REVISED = re.compile(
    r"\b(?:senast\s+)?(?:reviderad|reviderat|revideras|reviderades|revidering|uppdaterad|ändrad)\b",
    re.IGNORECASE,
)
# What else is dated on a front page; from such a word on nothing belongs to the decision any more.
OTHER = re.compile(
    r"\b(?:framtagen|framtaget|upprättad|utarbetad|beredd|beredning|bereddes|beretts|föreslagen|publicerad|utskriven|skriven|gäller|giltig"
    r"|giltighet(?:stid)?|remiss(?:behandlad)?|version|uppföljd|ska\s+(?:följas|revideras))\b",
    re.IGNORECASE,
)
# The decision belongs to another paper, or is one to write the plan.
ELSEWHERE = re.compile(
    r"\b(?:ersätter|upphäver|tidigare|föregående|bygger\s+på|utgår\s+från|i\s+enlighet\s+med|policyn?|budget)\b",
    re.IGNORECASE,
)
ORDERS = re.compile(
    r"\b(?:att\s+(?:ta\s+fram|utarbeta|upprätta|revidera|påbörja)|i\s+uppdrag|om\s+framtagande)\b",
    re.IGNORECASE,
)
ACTIVE = re.compile(r"^(?:antog|fastställde|beslutade|beslutat)$", re.IGNORECASE)
PARAGRAPH = re.compile(r"(?:§§?|\bparagraf(?:en)?)\s*:?\s*(\d{1,4}(?:\s?[a-z]\b)?)", re.IGNORECASE)
OF_THIS_PLAN = re.compile(
    r"^(?:(?:denna|den\s+här|kommunens)\s+)?(?:lokala\s+)?(?:handlings)?plan(?:en)?(?:\s+mot\s+våldsbejakande\s+extremism)?"
    r"\s+(?:är\s+|har\s+|blev\s+)?(?:antagen|antogs|antagits|fastställdes|fastställd|fastställts|beslutades|beslutats|godkändes)\b",
    re.IGNORECASE,
)
LONGEST = 250
LONGEST_FOLLOWING = 60


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


def find_decision(
    lines: Sequence[str], fields: Sequence[Field], sentences: Sequence[str] = ()
) -> FoundDecision:
    """From lines about the document and labelled fields; else from a sentence of the text that says it of this plan.

    A label says more than a sentence. Where several decisions are named, only what they share is taken.
    """
    stated = decisions_in(lines) or decisions_in([line for line in sentences if OF_THIS_PLAN.match(line)])
    sentence = _shared(stated)
    labelled = _from_fields(fields)
    return FoundDecision(
        body=labelled.body or sentence.body,
        date=labelled.date or sentence.date,
        paragraph=labelled.paragraph or sentence.paragraph,
        registry_number=labelled.registry_number or sentence.registry_number or registry_number_in(lines),
    )


def decisions_in(lines: Sequence[str]) -> list[FoundDecision]:
    """Each adoption that the lines name: a plan that municipalities share has one of each."""
    found: list[FoundDecision] = []
    for line, following in zip(lines, [*lines, ""][1:], strict=True):
        goes_on = not DAY.search(line) and DAY.search(following) and len(following) < LONGEST_FOLLOWING
        for decision in _in_line(f"{line} {following}" if goes_on and not VERB.search(following) else line):
            if decision not in found:
                found.append(decision)
    return found


def is_decision_line(text: str) -> bool:
    """Does the line state who adopted the plan? (A body's name or a day must stand with the verb.)"""
    if len(text) >= LONGEST:
        return False
    return _is_bare(text) or bool(VERB.search(text) and (BODY.search(text) or DAY.search(text)))


def names_revision(lines: Sequence[str]) -> bool:
    return any(REVISED.search(line) and (DAY.search(line) or SHORT_DAY.search(line)) for line in lines)


def _is_bare(text: str) -> bool:
    """ "KF 180226 § 34": a board, a day and a paragraph need no verb; more words than these tell of something else."""
    return (
        len(text) < LONGEST_FOLLOWING
        and bool(
            BODY.search(text) and PARAGRAPH.search(text) and (DAY.search(text) or SHORT_DAY.search(text))
        )
        and not (REVISED.search(text) or OTHER.search(text) or ELSEWHERE.search(text))
    )


def _in_line(text: str) -> Iterator[FoundDecision]:
    if not is_decision_line(text):
        return
    if not VERB.search(text):
        yield _decision(text, text)
        return
    events = sorted(
        (match.start(), pattern is VERB, match.group())
        for pattern in (VERB, REVISED, OTHER)
        for match in pattern.finditer(text)
    )
    before = 0
    for (start, is_adoption, verb), (end, *_rest) in zip(
        events, [*events[1:], (len(text), False, "")], strict=True
    ):
        head, part = text[before:start], text[start:end]
        before = end
        if (
            not is_adoption
            or ELSEWHERE.search(text[:start])
            or ORDERS.search(part)
            or OTHERS.search(head + part)
        ):
            continue
        if ACTIVE.match(verb) and not BODY.search(head + part):
            continue
        for piece in _pieces(part):
            if BODY.search(piece) or DAY.search(piece) or BODY.search(head):
                yield _decision(piece, piece if BODY.search(piece) else head)


def _pieces(part: str) -> list[str]:
    """ "… i A 2016-04-25 § 74 och i B 2016-05-02 § 33" are two."""
    pieces = re.split(r"\s(?:och|samt)\s|;\s", part)
    return (
        pieces
        if len(pieces) > 1 and all(DAY.search(piece) and PARAGRAPH.search(piece) for piece in pieces)
        else [part]
    )


def _decision(text: str, with_body: str) -> FoundDecision:
    return FoundDecision(
        body=body_in(with_body),
        date=first_day_in(text) or short_day_in(text),
        paragraph=_paragraph(text),
        registry_number=registry_number_in([text]),
    )


def _shared(found: Sequence[FoundDecision]) -> FoundDecision:
    """The council's decision stands above the executive's that prepared it; of several of one body, what they share."""
    councils = [decision for decision in found if decision.body == "kommunfullmäktige"]
    chosen = councils or found
    return FoundDecision(
        body=_only(decision.body for decision in chosen),
        date=_only(decision.date for decision in chosen),
        paragraph=_only(decision.paragraph for decision in chosen),
        registry_number=_only(decision.registry_number for decision in chosen),
    )


def _only[Value](values: Iterable[Value | None]) -> Value | None:
    stated = {value for value in values if value is not None}
    return stated.pop() if len(stated) == 1 else None


def _from_fields(fields: Sequence[Field]) -> FoundDecision:
    values: dict[str, str] = {}
    for field in fields:
        values.setdefault(field.name, field.value)
    body_text, day_text = (_until_other_event(values.get(name, "")) for name in ("body", "date"))
    return FoundDecision(
        body=body_in(body_text) or body_in(day_text),
        date=first_day_in(day_text)
        or short_day_in(day_text)
        or first_day_in(body_text)
        or short_day_in(body_text),
        paragraph=_bare_paragraph(values.get("paragraph", "")) or _paragraph(f"{day_text} {body_text}"),
        registry_number=labelled_value(values.get("registry_number", "")),
    )


def _until_other_event(text: str) -> str:
    ends = [match.start() for pattern in (REVISED, OTHER) if (match := pattern.search(text))]
    return text[: min(ends)] if ends else text


def _paragraph(text: str) -> str | None:
    match = PARAGRAPH.search(text)
    return match.group(1).replace(" ", "") if match else None


def _bare_paragraph(text: str) -> str | None:
    match = re.search(r"\d{1,4}", text)
    return match.group() if match else None
