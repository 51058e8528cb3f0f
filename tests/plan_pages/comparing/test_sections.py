"""Which section is which, what moved, and where that which is gone stood."""

import pytest

from plan_pages.comparing import Comparison, compare
from tests.plan_pages.comparing.documents import plan, section, text

LONG = "Kommunen arbetar med skolan, polisen och civilsamhället för att förebygga våld."


def kinds(found: Comparison) -> list[tuple[str, list[str]]]:
    return [(section.title, section.kinds) for section in found.sections]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("abcd", "xabcd", ""),
        ("abcd", "bcd", ""),
        ("abcd", "dabc", "d"),
        ("abcd", "bcda", "a"),
        ("abcdef", "xaecdyf", "e"),
        ("abcd", "badc", "bd"),
    ],
)
def test_moved__as_few_as_possible(before: str, after: str, moved: str) -> None:
    found = compare(plan(*map(section, before)), plan(*map(section, after)))
    assert found.section_counts.moved == len(moved)
    if before != "abcd" or after != "badc":  # there either of two neighbours may be called moved
        assert [one.title for one in found.sections if one.moved] == list(moved)


def test_moved__says_after_which_section_it_stood() -> None:
    found = compare(plan(*map(section, "abcd")), plan(*map(section, "dabc")))
    assert found.sections[0].stood_after == "c"


def test_moved__and_changed_at_once() -> None:
    one = plan(section("a"), section("b"), section("c", text("c", f"<p>{LONG}</p>")))
    other = plan(section("c", text("c", f"<p>{LONG} Varje dag.</p>")), section("a"), section("b"))
    assert kinds(compare(one, other))[0] == ("c", ["changed", "moved"])


def test_removed__stands_where_it_stood() -> None:
    found = compare(plan(*map(section, "abcde")), plan(*map(section, "aced")))
    assert [one.title for one in found.sections if one.title != "d"] == list("abce")
    assert kinds(found)[1] == ("b", ["removed"])


def test_number__alone_is_no_change_of_text() -> None:
    one = plan(section("a", number="1"), section("b", number="2"))
    other = plan(section("x", number="1"), section("a", number="2"), section("b", number="3"))
    found = compare(one, other)
    assert kinds(found) == [("1 x", ["new"]), ("2 a", ["renumbered"]), ("3 b", ["renumbered"])]
    assert found.section_counts.unchanged == 2
    assert [len(group.sections) for group in found.groups] == [1, 2]


def test_new_ids__sections_are_found_by_heading_and_then_by_text() -> None:
    one = plan(
        section("1", text("1", "<p>Kommunstyrelsen äger planen.</p>"), heading="2. ANSVAR"),
        section("2", text("2", f"<p>{LONG}</p>"), heading="Samverkan"),
        section("3", heading="Uppföljning"),
    )
    other = plan(
        section("4", text("4", "<p>Brå leder allt arbete.</p>"), heading="Ansvar", number="2"),
        section("5", text("5", f"<p>{LONG} Ofta.</p>"), heading="Så arbetar vi tillsammans"),
        section("6", heading="Utbildning"),
    )
    found = compare(one, other)
    assert [one.status for one in found.sections] == ["matched", "matched", "removed", "new"]


def test_new_ids__same_heading_twice_goes_by_text() -> None:
    first, second = text("p", "<p>Polisen leder mötet.</p>"), text("s", "<p>Skolan ordnar kursen.</p>")
    one = plan(section("1", first, heading="Ansvar"), section("2", second, heading="Ansvar"))
    again = [text("q", "<p>Skolan ordnar kursen.</p>"), text("t", "<p>Polisen leder mötet.</p>")]
    other = plan(section("3", again[0], heading="Ansvar"), section("4", again[1], heading="Ansvar"))
    counts = compare(one, other).section_counts
    assert (counts.changed, counts.moved, counts.new, counts.removed) == (0, 1, 0, 0)


def test_level__that_differs_is_told() -> None:
    (found,) = compare(plan(section("a", level=1)), plan(section("a", level=2))).sections
    assert found.changed
    assert [(detail.name, detail.before, detail.after) for detail in found.details] == [("level", "1", "2")]


def test_paragraph__that_changed_place_is_not_called_new() -> None:
    html = [f"<p>{words}</p>" for words in (LONG, "Skolan leder arbetet.", "Polisen har en egen roll i det.")]
    one = plan(section("a", text("a", "".join(html))))
    other = plan(section("a", text("a", html[2] + html[0] + html[1])))
    (found,) = compare(one, other).sections
    assert [(line.status, line.moved) for line in found.lines] == [
        ("same", True),
        ("same", False),
        ("same", False),
    ]
