"""Blocks become a plan: front matter, sections, gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.utils.translation import gettext as _

from plan_pages.importing.amount import check_amount
from plan_pages.importing.blocks import Block
from plan_pages.importing.commitments import propose
from plan_pages.importing.decision import decisions_in, find_decision, is_decision_line, names_revision
from plan_pages.importing.details import find_owner, find_responsible, find_validity
from plan_pages.importing.files import read_lines, read_lines_from
from plan_pages.importing.findings import findings_in
from plan_pages.importing.gaps import gaps_of
from plan_pages.importing.labels import fields_in, states_field
from plan_pages.importing.lines import Line
from plan_pages.importing.outline import to_blocks, with_levels
from plan_pages.importing.plan import ImportedPlan, ImportedSection
from plan_pages.importing.refusal import ImportRefusedError
from plan_pages.importing.section_text import text_of
from plan_pages.importing.sentences import sentences

SUBJECT = re.compile(r"plan|strategi|extremism|program|riktlinje", re.IGNORECASE)
BACK_MATTER = 8
EARLY = 20
LONGEST_TITLE = 160
LONGEST_REST = 80


@dataclass
class _Open:
    number: str | None
    heading: str
    level: int = 1
    blocks: list[Block] = field(default_factory=list)


def read_plan(path: Path) -> ImportedPlan:
    """Raises ImportRefusedError with a sentence for the person who chose the file."""
    return plan_from(read_lines(path))


def read_plan_from(content: bytes, name: str) -> ImportedPlan:
    """An uploaded file; its name decides nothing that its content says. Raises ImportRefusedError."""
    return plan_from(read_lines_from(content, name))


def plan_from(lines: Sequence[Line]) -> ImportedPlan:
    check_amount(lines)
    all_blocks = to_blocks(lines)
    blocks = [block for block in all_blocks if not block.about]
    if not any(character.isalpha() for block in blocks for character in block.text):
        raise ImportRefusedError(
            _("The file holds no text; choose the document itself and not a scanned picture of it.")
        )
    title, front, rest = _front_matter(blocks)
    front_lines = [block.text for block in (*front, *(block for block in all_blocks if block.about))]
    back = [
        block.text for block in rest[-BACK_MATTER:] if not block.is_heading and _is_back_matter(block.text)
    ]
    fields = [*fields_in(front_lines), *fields_in(back)]
    about = [*front_lines, title, *back]
    running = [sentence for block in rest if not block.is_heading for sentence in sentences(block.text)]
    decisions = tuple(decisions_in(about))
    decision = find_decision(about, fields, running)
    text = "\n".join(block.text for block in blocks)
    sections = _sections(with_levels(rest))
    plan = ImportedPlan(
        title=title,
        sections=sections,
        decision=decision,
        owner=find_owner(fields, text),
        responsible=find_responsible(fields),
        validity=find_validity(fields, front_lines, title=title, text=text),
        gaps=(),
        front_findings=tuple(finding for line in front_lines for finding in findings_in(line)),
        front=tuple(front_lines),
        decisions=decisions,
    )
    return replace(plan, gaps=tuple(gaps_of(plan, revised=names_revision([*about, *running[:EARLY]]))))


def _is_back_matter(text: str) -> bool:
    """The last lines may say who adopted the plan; what they tell of other papers does not count."""
    return states_field(text) or is_decision_line(text)


def _front_matter(blocks: list[Block]) -> tuple[str, list[Block], list[Block]]:
    """Title, the lines about the document itself, and the rest that begins with the first section."""
    title_at = next((at for at, block in enumerate(blocks[:12]) if block.level == 0), None)
    if title_at is None:
        title_at = next((at for at, block in enumerate(blocks[:8]) if _may_be_title(block)), None)
    title = blocks[title_at].text if title_at is not None else ""
    begin = 0 if title_at is None else title_at + 1
    front = blocks[: title_at or 0]
    at = begin
    while title and at < len(blocks) and _continues_title(blocks[at]):
        title = f"{title} {blocks[at].text}"
        at += 1
    while at < len(blocks) and _is_about_document(blocks[at], blocks[at + 1 : at + 2]):
        front.append(blocks[at])
        at += 1
    return title, front, blocks[at:]


def _continues_title(block: Block) -> bool:
    """A title over two lines: "Handlingsplan" and, below it, "mot våldsbejakande extremism"."""
    return (
        block.text[:1].islower()
        and not block.is_item
        and len(block.text) <= LONGEST_REST
        and block.text[-1:].isalnum()
    )


def _may_be_title(block: Block) -> bool:
    return (
        block.number is None
        and not block.is_item
        and len(block.text) <= LONGEST_TITLE
        and bool(SUBJECT.search(block.text))
        and not is_decision_line(block.text)
        and not block.text.endswith(".")
    )


def _is_about_document(block: Block, following: list[Block]) -> bool:
    """A decision, a labelled field, a subtitle before the text begins."""
    if block.number is not None or block.is_item:
        return False
    if is_decision_line(block.text) or states_field(block.text):
        return True
    if block.is_heading:
        # A subtitle or the municipality's name: a heading with nothing of its own under it.
        return (
            bool(following)
            and (following[0].is_heading or is_decision_line(following[0].text))
            and block.level != 1
        )
    return len(block.text) < 60 and not block.text.endswith((".", ":"))


def _sections(blocks: list[Block]) -> tuple[ImportedSection, ...]:
    found: list[_Open] = []
    for block in blocks:
        if block.is_heading or block.level == 0:
            found.append(_Open(block.number, block.text, block.level or 1))
        else:
            if not found:
                found.append(_Open(None, ""))
            found[-1].blocks.append(block)
    return tuple(_section(part) for part in found)


def _section(part: _Open) -> ImportedSection:
    return ImportedSection(
        number=part.number,
        heading=part.heading,
        text=text_of(part.blocks),
        commitments=tuple(propose(part.blocks)),
        findings=tuple(finding for block in part.blocks for finding in findings_in(block.text)),
        level=part.level,
        blocks=tuple(part.blocks),
    )
