"""Words within a line: readable, not a heap of snippets."""

import pytest

from plan_pages.comparing import Line, compare
from tests.plan_pages.comparing.documents import line, plan, section, text


def between(before: str, after: str) -> Line:
    one, other = (plan(section("a", text("a", f"<p>{html}</p>"))) for html in (before, after))
    return line(compare(one, other))


CASES = {
    "one word": ("Brå ska träffas ofta.", "Brå bör träffas ofta.", "Brå -ska +bör träffas ofta."),
    "at the end": ("Brå träffas", "Brå träffas ofta", "Brå träffas + ofta"),
    "at the start": ("Ofta träffas Brå", "träffas Brå", "-Ofta träffas Brå"),
    "a comma": ("Skolan och polisen deltar", "Skolan, och polisen deltar", "Skolan +, och polisen deltar"),
    "a telephone number": ("Ring 020-100 200 nu", "Ring 020-100 300 nu", "Ring 020-100 -200 +300 nu"),
    "blanks only": ("Brå  träffas", "Brå träffas", "Brå träffas"),
    "a short word between changes": (
        "Vi möter skolan och socialtjänsten ofta under hela året",
        "Vi möter polisen och räddningstjänsten ofta under hela året",
        "Vi möter -skolan och socialtjänsten +polisen och räddningstjänsten ofta under hela året",
    ),
}


def written(found: Line) -> str:
    signs = {"kept": "", "added": "+", "removed": "-"}
    return " ".join(" ".join(signs[piece.kind] + piece.text for piece in found.pieces).split())


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=CASES)
def test_words__show_what_changed(before: str, after: str, expected: str) -> None:
    assert written(between(before, after)) == " ".join(expected.split())


def test_words__too_little_in_common_shows_both_lines_whole() -> None:
    one = plan(section("a", heading="Gamla tankar från förra gången Brå och polisen"))
    other = plan(section("a", heading="Brå och polisen samlar nya uppgifter sedan sommaren"))
    heading = compare(one, other).sections[0].heading
    assert heading is not None
    assert [piece.kind for piece in heading.pieces] == ["removed", "added"]


def test_words__of_two_equally_long_stretches_the_same_one_stays_both_ways() -> None:
    one = "ett skolan möter alltid två polisen leder ofta"
    other = "polisen leder ofta tre skolan möter alltid"
    there, back = between(one, other), between(other, one)
    assert there.removed == back.added
    assert there.added == back.removed


def test_formatting__is_shown_as_such() -> None:
    found = between("Läs <a href='/a'>lagen</a> om mötet", "Läs <a href='/b'>lagen</a> om <b>mötet</b>")
    assert found.status == "formatting"
    assert [(one.text, one.before.href, one.after.href, one.after.bold) for one in found.formatting] == [
        ("lagen", "/a", "/b", False),
        ("mötet", "", "", True),
    ]


def test_formatting__address_of_new_words_is_told() -> None:
    found = between("Läs mer om planen här", "Läs mer om planen på <a href='https://ny.test/'>vår plats</a>")
    assert [(one.text, one.before, one.after.href) for one in found.formatting] == [
        ("vår plats", None, "https://ny.test/")
    ]


def test_formatting__paragraph_that_became_an_item_keeps_its_words() -> None:
    one = plan(section("a", text("a", "<p>Skolan deltar.</p>")))
    other = plan(section("a", text("a", "<ol><li>Skolan deltar.</li></ol>")))
    found = line(compare(one, other), "item")
    assert not found.text_changed
    assert [(detail.name, detail.before, detail.after) for detail in found.details] == [
        ("shape", "paragraph", "numbered_item")
    ]
