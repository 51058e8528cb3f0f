"""Blocks become a plan: front matter, sections, gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from plan_pages.importing.blocks import Block, to_blocks
from plan_pages.importing.commitments import propose
from plan_pages.importing.decision import FoundDecision, find_decision, is_decision_line, names_revision
from plan_pages.importing.details import (
    Finding,
    Validity,
    find_owner,
    find_responsible,
    find_validity,
    findings_in,
)
from plan_pages.importing.files import read_lines
from plan_pages.importing.labels import fields_in, states_field
from plan_pages.importing.lines import Line
from plan_pages.importing.plan import ImportedPlan, ImportedSection
from plan_pages.importing.refusal import ImportRefusedError

SUBJECT = re.compile(r"plan|strategi|extremism|program|riktlinje", re.IGNORECASE)
BACK_MATTER = 8
LONGEST_TITLE = 160


@dataclass
class _Open:
    number: str | None
    heading: str
    blocks: list[Block] = field(default_factory=list)


def read_plan(path: Path) -> ImportedPlan:
    """Raises ImportRefusedError with a sentence for the person who chose the file."""
    return plan_from(read_lines(path))


def plan_from(lines: Sequence[Line]) -> ImportedPlan:
    blocks = to_blocks(lines)
    if not any(block.text for block in blocks):
        raise ImportRefusedError(
            _("The file holds no text; choose the document itself and not a scanned picture of it.")
        )
    title, front, rest = _front_matter(blocks)
    back = [block.text for block in rest[-BACK_MATTER:] if not block.is_heading]
    front_lines = [block.text for block in front]
    fields = [*fields_in(front_lines), *fields_in(back)]
    decision = find_decision([*front_lines, title, *back], fields)
    text = "\n".join(block.text for block in blocks)
    sections = _sections(rest)
    owner, responsible = find_owner(fields, text), find_responsible(fields)
    validity = find_validity(fields, front_lines, title=title, text=text)
    revised = names_revision([*front_lines, *back])
    return ImportedPlan(
        title=title,
        sections=sections,
        decision=decision,
        owner=owner,
        responsible=responsible,
        validity=validity,
        gaps=tuple(_gaps(title, sections, decision, owner, responsible, validity, revised=revised)),
        front_findings=tuple(finding for line in front_lines for finding in findings_in(line)),
    )


def _front_matter(blocks: list[Block]) -> tuple[str, list[Block], list[Block]]:
    """Title, the lines about the document itself, and the rest that begins with the first section."""
    title_at = next((at for at, block in enumerate(blocks[:12]) if block.level == 0), None)
    if title_at is None:
        title_at = next((at for at, block in enumerate(blocks[:8]) if _may_be_title(block)), None)
    title = blocks[title_at].text if title_at is not None else ""
    begin = 0 if title_at is None else title_at + 1
    front = blocks[: title_at or 0]
    at = begin
    while at < len(blocks) and _is_about_document(blocks[at], blocks[at + 1 : at + 2]):
        front.append(blocks[at])
        at += 1
    return title, front, blocks[at:]


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
            found.append(_Open(block.number, block.text))
        else:
            if not found:
                found.append(_Open(None, ""))
            found[-1].blocks.append(block)
    return tuple(_section(part) for part in found)


def _section(part: _Open) -> ImportedSection:
    text = "\n\n".join(f"• {block.text}" if block.is_item else block.text for block in part.blocks)
    text = re.sub(r"(^• [^\n]*)\n\n(?=• )", r"\1\n", text, flags=re.MULTILINE)
    findings: list[Finding] = [finding for block in part.blocks for finding in findings_in(block.text)]
    return ImportedSection(
        number=part.number,
        heading=part.heading,
        text=text,
        commitments=tuple(propose(part.blocks)),
        findings=tuple(findings),
    )


def _gaps(
    title: str,
    sections: Sequence[ImportedSection],
    decision: FoundDecision,
    owner: str | None,
    responsible: str | None,
    validity: Validity,
    *,
    revised: bool,
) -> list[str]:
    """What the document does not say (domain.md §0.3: gaps are listed, never filled)."""
    missing = [
        (not title, _("The document has no title.")),
        (decision.body is None, _("The document does not say who adopted it.")),
        (decision.date is None, _("The document does not say on which day it was adopted.")),
        (decision.paragraph is None, _("The document does not give the paragraph (§) of the decision.")),
        (decision.registry_number is None, _("The document gives no registry number.")),
        (owner is None, _("The document does not say who owns the plan.")),
        (responsible is None, _("The document does not say which function is responsible for it.")),
        (
            validity.first is None and validity.last is None,
            _("The document does not say for how long it is valid."),
        ),
        (revised, _("The document also names a revision; check which decision is in force.")),
        (not any(section.heading for section in sections), _("No headings were recognised.")),
    ]
    gaps = [sentence for is_missing, sentence in missing if is_missing]
    gaps += [
        _("The section “%(heading)s” has no text.") % {"heading": section.heading}
        for section, after in zip(sections, [*sections, None][1:], strict=True)
        if section.heading
        and not section.text
        and not (after and after.number and section.number and after.number.startswith(f"{section.number}."))
    ]
    return gaps
