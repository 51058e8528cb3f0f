"""What holds of any two documents."""

import json
import pickle
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_pages.comparing import Comparison, compare, difference_as_text
from plan_pages.comparing.line_changes import line_between
from plan_pages.comparing.parts import part_of_text
from plan_pages.documents import EditionDocument
from tests.plan_pages.comparing.documents import lines_of, plans, sentences, words_in, words_of

pytestmark = pytest.mark.slow

EXAMPLES = settings(max_examples=150, deadline=None)


@EXAMPLES
@given(plans())
def test_comparison__of_a_text_with_itself_finds_nothing(document: EditionDocument) -> None:
    found = compare(document, document)
    assert not found.has_changes
    assert found.section_counts.unchanged == len(document.sections)
    assert found.commitment_counts.unchanged == len(document.commitments)
    assert difference_as_text(found) == ""


@EXAMPLES
@given(plans(), plans())
def test_comparison__kept_and_added_are_the_later_text(
    before: EditionDocument, after: EditionDocument
) -> None:
    sections = [found for found in compare(before, after).sections if found.status != "removed"]
    assert [found.id for found in sections] == [found.id for found in after.sections]
    for found, section in zip(sections, after.sections, strict=True):
        lines = [line for line in found.lines if line.status not in {"removed", "moved_away"}]
        read = ["".join(piece.text for piece in line.after_pieces) for line in lines]
        assert list(map(words_of, read)) == list(map(words_of, section.lines()))


@EXAMPLES
@given(plans(), plans())
def test_comparison__kept_and_removed_are_the_earlier_text(
    before: EditionDocument, after: EditionDocument
) -> None:
    lines = [line for line in lines_of(compare(before, after)) if line.status not in {"new", "moved_away"}]
    read = Counter(words_of("".join(piece.text for piece in line.before_pieces)) for line in lines)
    assert read == Counter(words_of(line) for section in before.sections for line in section.lines())


@EXAMPLES
@given(plans(), plans())
def test_comparison__removed_one_way_is_added_the_other_way(
    before: EditionDocument, after: EditionDocument
) -> None:
    there, back = compare(before, after), compare(after, before)
    assert words_in(there, "removed") == words_in(back, "added")
    assert words_in(there, "added") == words_in(back, "removed")
    assert there.section_counts.removed == back.section_counts.new
    assert there.section_counts.moved == back.section_counts.moved
    assert there.commitment_counts.removed == back.commitment_counts.new
    assert there.commitment_counts.changed_text == back.commitment_counts.changed_text


@EXAMPLES
@given(plans(), plans())
def test_comparison__survives_a_cache(before: EditionDocument, after: EditionDocument) -> None:
    found = compare(before, after)
    assert Comparison.from_json(json.loads(json.dumps(found.as_json()))) == found
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - what was written a moment ago


@EXAMPLES
@given(sentences | st.text(), sentences | st.text())
def test_line__later_text_comes_out_to_the_letter(before: str, after: str) -> None:
    line = line_between(part_of_text(before), part_of_text(after))
    assert "".join(piece.text for piece in line.after_pieces) == after.strip()
    assert "".join(piece.text for piece in line.before_pieces).split() == before.split()
