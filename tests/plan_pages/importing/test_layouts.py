"""Plans laid out otherwise: each gives its title, sections, decision, and its own words once, in their order."""

import re

import pytest

from plan_pages.documents import Section
from plan_pages.importing.document import to_document
from plan_pages.importing.reader import read_plan_from
from tests.plan_pages.importing.layouts import LAYOUTS, Layout

ITEM_NUMBER = re.compile(r"^(?:\d+\.|[a-z]\)) ")
every_layout = pytest.mark.parametrize("name", LAYOUTS)


@pytest.fixture
def layout(name: str) -> Layout:
    return LAYOUTS[name]


@every_layout
def test_layout__gives_title_and_sections(layout: Layout, name: str) -> None:
    document = to_document(read_plan_from(layout.make(), name))
    assert document.title == layout.title
    assert [
        (section.number, section.heading, section.level) for section in document.sections
    ] == layout.sections


@every_layout
def test_layout__gives_the_decision(layout: Layout, name: str) -> None:
    decision = read_plan_from(layout.make(), name).decision
    day = decision.date.isoformat() if decision.date else None
    assert (decision.body, day, decision.paragraph, decision.registry_number) == layout.decision


@every_layout
def test_layout__keeps_its_words_and_leaves_out_what_surrounds_them(layout: Layout, name: str) -> None:
    text = "\n".join(section.text for section in read_plan_from(layout.make(), name).sections)
    for words in layout.words:
        assert text.count(words) == 1, words
    for words in layout.absent:
        assert words not in text, words


@every_layout
def test_layout__proposes_what_binds(layout: Layout, name: str) -> None:
    plan = read_plan_from(layout.make(), name)
    if layout.commitments is not None:
        assert len(to_document(plan).commitments) == layout.commitments
    assert len(to_document(plan).commitments) == sum(len(section.commitments) for section in plan.sections)


def _body_words(section: Section) -> list[str]:
    """Without what is printed between a table's cells and before the items of a list."""
    lines = section.model_copy(update={"facts": ()}).lines()
    return [word for line in lines for word in ITEM_NUMBER.sub("", line).split() if word != "|"]


@every_layout
def test_layout__document_holds_every_word_once_in_its_order(layout: Layout, name: str) -> None:
    plan = read_plan_from(layout.make(), name)
    document = to_document(plan)
    parts = [section for section in plan.sections if section.heading]
    for section, part in zip(document.sections, parts, strict=True):
        printed = [word for block in part.blocks for word in block.text.split() if word != "|"]
        assert _body_words(section) == printed
