"""What became of each promise: the board decides it, so nothing may be called gone that only moved."""

from dataclasses import asdict

import pytest

from plan_pages.comparing import Comparison, compare
from plan_pages.documents import Commitment, Fact
from plan_pages.documents.model import Check
from tests.plan_pages.comparing.documents import commitment, line, plan, section

MEETS = "Brå ska träffas minst två gånger per år."
CASES = {
    "same": (commitment("a", MEETS), commitment("a", MEETS), {"unchanged"}),
    "text": (commitment("a", MEETS), commitment("a", MEETS.replace("två", "fyra")), {"changed_text"}),
    "obligation": (commitment("a", MEETS), commitment("a", MEETS, "bör"), {"changed_obligation"}),
    "function": (
        commitment("a", MEETS, function="Brå"),
        commitment("a", MEETS, function="Kansliet"),
        {"changed_function"},
    ),
    "text and obligation": (
        commitment("a", MEETS),
        commitment("a", MEETS.replace("ska", "kan"), "kan"),
        {"changed_text", "changed_obligation"},
    ),
    "lead": (commitment("a", MEETS), commitment("a", MEETS, lead="Vi ska:"), set()),
    "new id, equal text": (commitment("a", MEETS), commitment("b", MEETS), {"unchanged"}),
    "new id, similar text": (
        commitment("a", MEETS),
        commitment("b", MEETS.replace("två", "fyra")),
        {"changed_text"},
    ),
    "same id, other text": (commitment("a", MEETS), commitment("a", "Inget liknar detta."), {"changed_text"}),
    "another promise": (commitment("a", MEETS), commitment("b", "Inget liknar detta."), {"new", "removed"}),
}


def counted(found: Comparison) -> set[str]:
    return {name for name, count in asdict(found.commitment_counts).items() if count}


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=CASES)
def test_commitment__is_counted(before: Commitment, after: Commitment, expected: set[str]) -> None:
    assert counted(compare(plan(section("s", before)), plan(section("s", after)))) == expected


@pytest.mark.parametrize("id_after", ["a", "b"], ids=["same id", "new id"])
def test_commitment__in_another_section_moved(id_after: str) -> None:
    one = plan(section("s", commitment("a", MEETS)), section("t"))
    other = plan(section("s"), section("t", commitment(id_after, MEETS)))
    found = compare(one, other)
    assert counted(found) == {"moved"}
    (left,), (came,) = (section.lines for section in found.sections)
    assert (left.status, left.elsewhere) == ("moved_away", "t")
    assert (came.status, came.elsewhere) == ("same", "s")


def test_commitment__in_another_section_of_the_same_words_is_told_apart() -> None:
    one = plan(section("s", commitment("a", MEETS)), section("t"))
    other = plan(section("s", commitment("a", MEETS)), section("t", commitment("b", MEETS)))
    assert counted(compare(one, other)) == {"unchanged", "new"}


def test_commitment__measured_otherwise_is_told() -> None:
    before = commitment("a", MEETS).model_copy(
        update={"check": Check(source="meetings", parameters={"n": 2})}
    )
    after = before.model_copy(update={"check": Check(source="meetings", parameters={"n": 4})})
    found = line(compare(plan(section("s", before)), plan(section("s", after))), "commitment")
    assert [(detail.name, detail.before, detail.after) for detail in found.details] == [
        ("check", "meetings (n = 2)", "meetings (n = 4)")
    ]


@pytest.mark.parametrize("id_after", ["fact-one", "fact-two"], ids=["same id", "new id"])
def test_fact__with_another_number_is_the_same_fact(id_after: str) -> None:
    before = Fact(id="fact-one", kind="helpline", label="Orostelefonen", value="020-100 200")
    after = before.model_copy(update={"id": id_after, "value": "020-100 300"})
    found = line(compare(plan(section("s", facts=(before,))), plan(section("s", facts=(after,)))), "fact")
    assert (found.status, found.added, found.removed) == ("changed", ["300"], ["200"])
