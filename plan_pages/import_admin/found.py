"""What the preview says was found, each thing with the place in the text it was found at."""

from dataclasses import dataclass
from typing import Any

from plan_pages.documents import EditionDocument
from plan_pages.editions.kinds import BodyType
from plan_pages.importing.plan import ImportedPlan


@dataclass(frozen=True)
class Found:
    """`anchor` is the place in the preview below."""

    text: str
    place: str
    anchor: str
    detail: str = ""


def commitments_in(document: EditionDocument) -> list[Found]:
    return [
        Found(promise.sentence, section.title, promise.anchor, promise.obligation)
        for section in document.sections
        for promise in section.commitments
    ]


def facts_in(document: EditionDocument) -> list[Found]:
    return [
        Found(f"{fact.label}: {fact.value}", section.title, section.anchor, fact.kind)
        for section in document.sections
        for fact in section.facts
    ]


def decision_in(plan: ImportedPlan) -> dict[str, Any]:
    """First values for the form; what the document does not say stays empty."""
    decision = plan.decision
    return {
        "body_type": body_type_of(decision.body or ""),
        "body": _capitalised(decision.body or ""),
        "meeting_date": decision.date,
        "paragraph": decision.paragraph or "",
        "registry_number": decision.registry_number or "",
        "in_effect_from": plan.validity.first,
    }


def body_type_of(body: str) -> BodyType:
    """The kind that the body's name says it is."""
    name = body.casefold()
    if "fullmäktige" in name:
        return BodyType.COUNCIL
    if "kommunstyrelse" in name:
        return BodyType.EXECUTIVE
    if "nämnd" in name:
        return BodyType.COMMITTEE
    return BodyType.STEERING_GROUP if "styrgrupp" in name else BodyType.OTHER


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
