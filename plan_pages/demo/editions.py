"""The demo's plan as it was decided, corrected, decided again and is being written on."""

import datetime
from typing import Final

from plan_pages.demo import draft_sections, facts, first_organisation, first_people, second_organisation
from plan_pages.demo import second_people as second
from plan_pages.demo.decisions import MUNICIPALITY
from plan_pages.demo.writing import text
from plan_pages.documents import EditionDocument, Section, Validity

TITLE: Final = "Handlingsplan mot våldsbejakande extremism"
OWNER: Final = "Kommunstyrelsen"

_DEFINITION = (
    "<b>Våldsbejakande extremism</b> är att använda, uppmana till eller försvara våld för att nå ett politiskt eller "
    "religiöst mål. Planen handlar om våldet och om skydd mot det. Vad en människa tycker eller tror är hennes "
    "egen sak."
)
_FIRST_INTRODUCTION = text(
    "inledning",
    "Den här planen berättar hur Björkmarks kommun förebygger våldsbejakande extremism. Den är skriven för dig som "
    "arbetar i kommunen, för förtroendevalda och för dem som vi samarbetar med.",
    _DEFINITION,
)
_SECOND_INTRODUCTION = text(
    "inledning",
    "Den här planen berättar hur Björkmarks kommun förebygger våldsbejakande extremism, och vem som svarar för vad. "
    "I planen betyder <b>ska</b> att något måste göras, <b>bör</b> att det görs om inget särskilt skäl talar emot "
    "och <b>kan</b> att det är en möjlighet.",
    _DEFINITION,
)


def first_edition() -> EditionDocument:
    """Edition 1, registered: decided before Handslag, without a validity and without accountable functions."""
    return EditionDocument(
        kind="action_plan",
        language="sv",
        title=TITLE,
        introduction=_FIRST_INTRODUCTION.blocks,
        municipalities=(MUNICIPALITY,),
        owner=OWNER,
        sections=(
            first_organisation.TOGETHER,
            first_organisation.STRUCTURES,
            first_organisation.PARTNERS,
            first_organisation.ASSESSMENT,
            first_organisation.RESPONSIBILITY,
            first_people.CIVIL_SOCIETY,
            first_people.INDIVIDUAL,
            first_people.GENDER,
            first_people.FOLLOW_UP,
        ),
    )


def corrected_first_edition() -> EditionDocument:
    """Correction 1.1: a telephone number and the name of a unit, nothing else."""
    decided = first_edition()
    return decided.model_copy(update={"sections": tuple(_corrected(each) for each in decided.sections)})


def second_edition() -> EditionDocument:
    """Edition 2: one section is new, one has moved, one is gone, and every commitment has its function."""
    return EditionDocument(
        kind="action_plan",
        language="sv",
        title=TITLE,
        introduction=_SECOND_INTRODUCTION.blocks,
        municipalities=(MUNICIPALITY,),
        owner=OWNER,
        responsible_function="Kommunens samordnare",
        valid=Validity(first=datetime.date(2025, 1, 1), last=datetime.date(2027, 12, 31)),
        sections=(
            second_organisation.TOGETHER,
            second_organisation.RESPONSIBILITY,
            second_organisation.STRUCTURES,
            second_organisation.ASSESSMENT,
            second.CIVIL_SOCIETY,
            second.INDIVIDUAL,
            second.ON_THE_NET,
            second.GENDER,
            second.FOLLOW_UP,
        ),
    )


def draft() -> EditionDocument:
    """What becomes edition 3; from when it is valid is for the decision to say."""
    rewritten = {
        each.id: each
        for each in (draft_sections.CIVIL_SOCIETY, draft_sections.INDIVIDUAL, draft_sections.ON_THE_NET)
    }
    decided = second_edition()
    sections = tuple(rewritten.get(each.id, each) for each in decided.sections)
    return decided.model_copy(update={"valid": Validity(), "sections": sections})


def _corrected(section: Section) -> Section:
    corrections = {each.id: each for each in (facts.UNIT, facts.SUPPORT)}
    return section.model_copy(
        update={"facts": tuple(corrections.get(each.id, each) for each in section.facts)}
    )
