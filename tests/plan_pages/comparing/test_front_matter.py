"""What stands before the first section, and the files the text leads to."""

import datetime

import pytest

from plan_pages.comparing import compare
from plan_pages.documents import FileReference, Place, Validity
from plan_pages.documents.from_html import blocks_from_html
from tests.plan_pages.comparing.documents import plan

DAY = datetime.date(2026, 3, 1)
GRANBY, LILLBY = Place(code="9001", name="Granby"), Place(code="9002", name="Lillby")
FIELDS = {
    "title": ({"title": "Plan mot våld"}, {"title": "Plan mot extremism"}, "extremism", "våld"),
    "owner": ({"owner": "Brå"}, {"owner": "Kommunstyrelsen"}, "Kommunstyrelsen", "Brå"),
    "responsible_function": ({}, {"responsible_function": "Samordnaren"}, "Samordnaren", ""),
    "valid_first": ({}, {"valid": Validity(first=DAY)}, "2026-03-01", ""),
    "valid_last": ({"valid": Validity(last=DAY)}, {}, "", "2026-03-01"),
    "municipalities": ({"municipalities": (GRANBY,)}, {"municipalities": (GRANBY, LILLBY)}, "Lillby", ""),
    "introduction": (
        {"introduction": blocks_from_html("<p>Planen gäller alla.</p>")},
        {"introduction": blocks_from_html("<p>Planen gäller alla bolag.</p>")},
        "bolag",
        "",
    ),
}


@pytest.mark.parametrize("name", FIELDS)
def test_front__field_that_differs_is_the_only_one_named(name: str) -> None:
    before, after, added, removed = FIELDS[name]
    (found,) = compare(plan(**before), plan(**after)).front
    assert found.name == name
    assert "".join(text for line in found.lines for text in line.added) == added
    assert "".join(text for line in found.lines for text in line.removed) == removed


def test_files__same_title_with_other_contents_is_told() -> None:
    before = FileReference(title="Bilaga", href="/bilaga", sha256="a" * 64, size=1)
    after = before.model_copy(update={"sha256": "b" * 64})
    (found,) = compare(plan(files=(before,)), plan(files=(after,))).front
    assert [(found.name, detail.name) for line in found.lines for detail in line.details] == [
        ("files", "contents")
    ]
