"""The demo's plan: what differs between its editions, and that nothing in it points at anybody."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from handslag.privacy import scan
from plan_pages.demo.decisions import CORRECTION_REASON, decisions
from plan_pages.demo.editions import corrected_first_edition, draft, first_edition, second_edition
from plan_pages.demo.writing import block_id
from plan_pages.documents import Commitment, EditionDocument, Fact, Text
from plan_pages.documents.leaves import join, split
from plan_pages.documents.rich_text import List, Subheading, plain_lines

type Make = Callable[[], EditionDocument]

EDITIONS: tuple[Make, ...] = (first_edition, corrected_first_edition, second_edition, draft)
every_edition = pytest.mark.parametrize("make", EDITIONS)

SECTIONS = {
    first_edition: "tillsammans strukturer parter lagesbild ansvar civilsamhalle individ jamstalldhet uppfoljning",
    second_edition: "tillsammans ansvar strukturer lagesbild civilsamhalle individ natet jamstalldhet uppfoljning",
    draft: "tillsammans ansvar strukturer lagesbild civilsamhalle individ natet jamstalldhet uppfoljning",
}
STRENGTHENED = {
    "tillsammans/migrationsverket",
    "ansvar/kontaktperson",
    "strukturer/radets-moten",
    "lagesbild/uppdatering",
    "civilsamhalle/utsatta",
    "individ/utbildning",
    "uppfoljning/namnderna",
}
# What PTS keeps for books and films, and the two national numbers.
HARMLESS_NUMBER = re.compile(r"112|114 14|08-465 004 \d\d|031-390 06 \d\d")
NUMBER_LIKE = re.compile(r"\b\d[\d -]{1,}\d\b")


@pytest.mark.parametrize("make", SECTIONS)
def test_sections__keep_their_ids_in_their_new_places(make: Make) -> None:
    sections = make().sections
    assert [each.id for each in sections] == [block_id(key) for key in SECTIONS[make].split()]
    assert [each.number for each in sections] == [str(place) for place in range(1, 10)]


def test_ids__are_those_of_a_demo_that_was_loaded_before() -> None:
    assert block_id("strukturer/radets-moten") == "8f5e2550-9649-5624-8b5a-158b9fdf28c0"


@every_edition
def test_document__holds_together_and_survives_its_leaves(make: Make) -> None:
    document = make()
    assert EditionDocument.model_validate(document.model_dump()) == document
    assert join(body for _section, body in split(document)) == document
    anchors = [each.anchor for each in (*document.sections, *document.commitments)]
    assert len(set(anchors)) == len(anchors)


def test_correction__differs_in_one_number_and_one_name() -> None:
    decided, corrected = first_edition(), corrected_first_edition()
    assert _without_facts(decided) == _without_facts(corrected)
    after = _facts(corrected)
    assert {
        key: {name for name, value in fact if value != getattr(after[key], name)}
        for key, fact in _facts(decided).items()
        if fact != after[key]
    } == {block_id("individ/stodtelefonen"): {"value"}, block_id("ansvar/enheten"): {"label"}}
    assert after == _facts(second_edition())


def test_second_edition__strengthens_several_and_weakens_one() -> None:
    before, after = _commitments(first_edition()), _commitments(second_edition())
    shared = before.keys() & after.keys()
    changed = {
        key: (before[key].obligation, after[key].obligation)
        for key in shared
        if before[key].obligation != after[key].obligation
    }
    assert changed == dict.fromkeys(map(block_id, STRENGTHENED), ("bör", "ska")) | {
        block_id("strukturer/trygghetsvandring"): ("ska", "bör")
    }
    reworded = {key for key in shared - changed.keys() if before[key].text != after[key].text}
    assert reworded == {
        block_id(key) for key in ("lagesbild/miljoer", "individ/rad", "uppfoljning/redovisning")
    }


def test_second_edition__adds_ends_and_moves_commitments() -> None:
    before, after = _commitments(first_edition()), _commitments(second_edition())
    assert before.keys() - after.keys() == {block_id("parter/grannkommuner")}
    new = ("ansvar/samordnare-utses", "natet/samtal", "natet/vagen")
    assert after.keys() - before.keys() == set(map(block_id, new))
    moved = second_edition().sections[0]
    assert block_id("parter/nivaer") in {each.id for each in moved.commitments}


def test_draft__is_a_few_changes_from_the_second_edition() -> None:
    before, after = second_edition(), draft()
    assert {new.id for old, new in zip(before.sections, after.sections, strict=True) if old != new} == set(
        map(block_id, ("civilsamhalle", "individ", "natet"))
    )
    assert _commitments(before).keys() - _commitments(after).keys() == {block_id("civilsamhalle/bidrag")}
    assert _commitments(after).keys() - _commitments(before).keys() == set(
        map(block_id, ("civilsamhalle/interreligiosa-radet", "natet/foraldramoten"))
    )


@pytest.mark.parametrize(("make", "named"), [(first_edition, False), (second_edition, True), (draft, True)])
def test_functions__are_filled_in_with_the_second_edition(make: Make, named: bool) -> None:
    assert {bool(each.accountable_function) for each in make().commitments} == {named}
    assert bool(make().responsible_function) is named


@every_edition
def test_commitment__says_its_own_obligation(make: Make) -> None:
    for each in make().commitments:
        assert re.findall(r"\b(ska|bör|kan)\b", each.sentence)[0] == each.obligation, each.sentence
        assert each.sentence[0].isupper() and each.sentence.endswith("."), each.sentence
    assert {each.obligation for each in first_edition().commitments} == {"ska", "bör", "kan"}


@every_edition
def test_running_text__promises_nothing_beside_the_commitments(make: Make) -> None:
    """A promise that is no commitment would be followed up by nobody."""
    for section in make().sections:
        leads = {each.lead for each in section.commitments}
        for line in _running_text(section.body):
            assert line in leads or not re.search(r"\b(ska|skall|bör|måste)\b", line), line


def test_lead__stands_in_the_text_just_before_its_items() -> None:
    body = second_edition().sections[6].body
    items = [each for each in body if isinstance(each, Commitment)]
    assert [each.lead for each in items] == ["Skolan och fritidsgårdarna ska:"] * 2
    assert [*_running_text(body[:1])][-1] == items[0].lead and body[1:] == tuple(items)


@every_edition
def test_section__is_short_enough_to_read(make: Make) -> None:
    document = make()
    assert 1 <= len([*plain_lines(document.introduction)]) <= 2
    for section in document.sections:
        words = len(
            " ".join([*_running_text(section.body), *(each.text for each in section.commitments)]).split()
        )
        assert 60 <= words <= 160, f"{section.title}: {words}"
        assert 1 <= len(section.commitments) <= 3
    assert 20 <= len(document.commitments) <= 26


@every_edition
def test_running_text__shows_a_list_a_subheading_and_bold(make: Make) -> None:
    blocks = [
        block
        for section in make().sections
        for passage in section.body
        if isinstance(passage, Text)
        for block in passage.blocks
    ]
    assert {List, Subheading} <= {type(block) for block in blocks}
    assert any(
        run.bold for block in blocks if isinstance(block, List) for item in block.items for run in item.runs
    )


@every_edition
def test_every_text__passes_the_scanner_without_a_warning(make: Make) -> None:
    texts = [*_strings(make()), CORRECTION_REASON]
    texts += [value for number in ("1", "1.1", "2") for each in decisions(number) for value in _strings(each)]
    assert {"Kommunfullmäktige", "112", "KS 2024/402"} <= set(texts)
    assert {text: scan(text) for text in texts if scan(text)} == {}


@every_edition
def test_every_text__is_joined_with_one_blank(make: Make) -> None:
    """The sentences are written over several lines of code."""
    assert [text for text in _strings(make()) if re.search(r" {2}|[.,:?]\w[a-zåäö]+ ", text)] == []


@every_edition
def test_phone_numbers__reach_nobody_but_the_emergency_services(make: Make) -> None:
    found = {fact.value for fact in _facts(make()).values() if fact.kind != "link"}
    assert len(found) == 4 and all(HARMLESS_NUMBER.fullmatch(value) for value in found)
    for section in make().sections:
        for line in section.lines():
            for number in NUMBER_LIKE.findall(line):
                assert HARMLESS_NUMBER.fullmatch(number) or number == "2023", line


def test_decisions__are_those_of_the_council() -> None:
    [first] = decisions("1")
    prepared, second = decisions("2")
    assert (first.registry_number, str(first.meeting_date), first.paragraph) == (
        "KS 2021/118",
        "2021-03-29",
        "42",
    )
    assert (second.registry_number, str(second.meeting_date), second.paragraph) == (
        "KS 2024/402",
        "2024-11-25",
        "131",
    )
    assert (first.body_type, second.body_type, prepared.role, second.role) == (
        "council",
        "council",
        "prepared",
        "decided",
    )
    assert first.in_effect_from is None and second.in_effect_from == second_edition().valid.first
    assert decisions("1.1") == ()


def _commitments(document: EditionDocument) -> dict[str, Commitment]:
    return {each.id: each for each in document.commitments}


def _facts(document: EditionDocument) -> dict[str, Fact]:
    return {fact.id: fact for section in document.sections for fact in section.facts}


def _without_facts(document: EditionDocument) -> EditionDocument:
    bare = tuple(section.model_copy(update={"facts": ()}) for section in document.sections)
    return document.model_copy(update={"sections": bare})


def _running_text(body: tuple[Any, ...]) -> Iterator[str]:
    for passage in body:
        if isinstance(passage, Text):
            yield from plain_lines(passage.blocks)


def _strings(value: Any) -> Iterator[str]:
    """Every string of a model, and its running text line by line."""
    match value:
        case str():
            yield value
        case BaseModel():
            if isinstance(value, EditionDocument):
                yield from plain_lines(value.introduction)
                yield from _running_text(tuple(each for section in value.sections for each in section.body))
                yield from ("\n\n".join([section.title, *section.lines()]) for section in value.sections)
            yield from _strings(value.model_dump(mode="json"))
        case dict():
            for each in value.values():
                yield from _strings(each)
        case list() | tuple():
            for each in value:
                yield from _strings(each)
