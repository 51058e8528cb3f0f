"""An imported plan as a document that is shown, edited and, once decided, sealed."""

import uuid
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from plan_pages.documents import EditionDocument, Place, Section
from plan_pages.documents.model import Validity
from plan_pages.importing.facts import facts_of
from plan_pages.importing.passages import blocks_of, body_of
from plan_pages.importing.plan import ImportedPlan, ImportedSection

DEEPEST = 3


def to_document(
    plan: ImportedPlan, *, language: str = "sv", municipalities: tuple[Place, ...] = ()
) -> EditionDocument:
    """Every part gets a new id; the words of a section's body are the file's, in their order (A0.1).

    A preview shows this document. Each proposal is the Commitment that stands in its section's body where the sentence
    stands in the file, and each finding a Fact of the section that names it: their ids, and the anchors
    `commitment.anchor` and `section.anchor`, are what a form's choice and a link refer to. Two calls give two sets of
    ids, so a preview keeps the document it has shown (`model_dump_json`). Nothing else is to be carried along.

    Text before the first heading is the introduction. In a file without any heading it is the only section.
    """
    introduction, sections = _divided(plan)
    highest = min((section.level for section in sections), default=1)
    with override(language):
        made = tuple(_sections(plan, sections, highest))
    return EditionDocument(
        kind="action_plan",
        language=language,
        title=plan.title,
        introduction=tuple(blocks_of(introduction.blocks)) if introduction else (),
        municipalities=municipalities,
        owner=plan.owner or "",
        responsible_function=plan.responsible or "",
        valid=Validity(first=plan.validity.first, last=plan.validity.last),
        sections=made,
    )


def _divided(plan: ImportedPlan) -> tuple[ImportedSection | None, tuple[ImportedSection, ...]]:
    first, *rest = plan.sections or (None,)
    if first is not None and not first.heading and rest:
        return first, tuple(rest)
    return None, plan.sections


def _sections(plan: ImportedPlan, sections: tuple[ImportedSection, ...], highest: int) -> Iterator[Section]:
    for section in sections:
        yield Section(
            id=new_id(),
            number=section.number or "",
            heading=section.heading or plan.title or _("The text of the plan"),
            level=_level(section, highest),
            body=tuple(body_of(section.blocks, new_id)),
            facts=tuple(facts_of(section.blocks, new_id)),
        )


def _level(section: ImportedSection, highest: int) -> int:
    """ "2.1" stands on the second level, whatever its style; without figures the document's highest heading is 1."""
    number = section.number or ""
    level = number.count(".") + 1 if number[:1].isdigit() else section.level - highest + 1
    return max(1, min(level, DEEPEST))


def new_id() -> str:
    return str(uuid.uuid4())
