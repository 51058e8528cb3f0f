"""The board's part of the matter's page: whose decision is waited for, what was decided, opinions, where to go."""

from collections.abc import Iterator
from typing import Any

import pytest

from handslag import clock
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.opinion import Opinion
from plan_pages.workflow.tasks import BoardDecisionTask
from tests.plan_pages.deciding import board
from tests.support import plans, roads
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

WHY = {"in_effect_from": "", "reason": "Nämnden vill höra skolan först."}
ENDORSES, AGAINST = "endorses", "advises_against"


@pytest.fixture(autouse=True)
def in_march() -> Iterator[None]:
    with clock.set_to(board.TODAY):
        yield


def in_time() -> Matter:
    with clock.set_to(board.TODAY):
        return board.before_board()


before_board = once(in_time)


@pytest.fixture
def matter(before_board: Matter) -> Matter:
    return anew(before_board)


@pytest.fixture
def opinions_on() -> None:
    BoardDecisionTask.objects.update(opinions=True)


def shown(person: Any, matter: Matter) -> str:
    return board.read(board.signed_in(person).get(f"/beslut/{matter.pk}/"))


def opine(person: Any, matter: Matter, stance: str, text: str = "", changes: Any = None) -> Any:
    sent = {"stance": stance, "text": text, "seen": matter.digest, **(changes or {})}
    return board.signed_in(person).post(board.address(matter, "standpunkt"), sent)


@pytest.mark.parametrize(
    ("role", "records"), [("board_secretary", True), ("board", True), ("editor", False), ("auditor", False)]
)
def test_links__are_those_of_the_role(matter: Matter, role: str, records: bool) -> None:
    words = shown(roads.person(role), matter)
    assert (f'href="{board.address(matter)}"' in words) is records
    assert f"/beslut/{matter.pk}/beslutsunderlag.pdf" in words
    assert board.sv("The text waits for the decision of %(places)s.", places="Björkmarks kommun") in words


def test_rounds__keep_what_was_decided_in_each_with_its_reason(matter: Matter) -> None:
    client = board.recorder()
    board.send(client, matter, outcome="tabled", in_effect_from="", reason="Tiden räckte inte.")
    board.send(client, matter, outcome="referred_back", **WHY)
    page = matter.series.page.specific
    again = roads.at_board(page, roads.person("editor"), roads.person("reviewer"), plans.document(5))
    board.send(client, again)
    words = shown(roads.person("editor"), again)
    assert all(
        said in words
        for said in ("Bordlagd", "Tiden räckte inte.", "Återremitterad", WHY["reason"], "Antagen")
    )
    assert words.index("Antagen") < words.index("Bordlagd") < words.index("Återremitterad")


def test_opinions__are_off_from_the_beginning(matter: Matter) -> None:
    member = roads.person("board")
    assert 'name="stance"' not in shown(member, matter)
    opine(member, matter, ENDORSES)
    assert not Opinion.objects.exists()


def test_opinion__is_left_replaced_and_shown_without_totals(matter: Matter, opinions_on: None) -> None:
    member, other = roads.person("board", name="Lina Ledamot"), roads.person("board", name="Bo Ledamot")
    assert 'name="stance"' in shown(member, matter)
    opine(member, matter, ENDORSES)
    opine(member, matter, AGAINST, "Skolan saknas.")
    opine(other, matter, ENDORSES, "Bra avvägt.")
    assert set(Opinion.objects.values_list("member", "stance")) == {
        (member.pk, AGAINST),
        (other.pk, ENDORSES),
    }
    words = shown(roads.person("editor"), matter)
    assert "Lina Ledamot" in words and "Skolan saknas." in words and 'name="stance"' not in words
    assert words.index("Bo Ledamot") < words.index("Lina Ledamot")
    said = matter.events.filter(kind=EventKind.COMMENTED).values_list("text", flat=True)
    assert len(said) == 3 and words.count("Skolan saknas.") == 1


def test_opinion__against_says_why_and_what_was_typed_stays(matter: Matter, opinions_on: None) -> None:
    answer = opine(roads.person("board"), matter, AGAINST, " ")
    assert answer.status_code == 422 and not Opinion.objects.exists()
    answer = opine(roads.person("board"), matter, AGAINST, "Se 811218-9876.")
    assert answer.status_code == 422 and "Se 811218-9876." in board.read(answer)


@pytest.mark.parametrize("changes", [{"stance": "yes"}, {"stance": ""}, {"seen": "0" * 64}, {"seen": ""}])
def test_opinion__forged_or_about_another_text_is_refused(
    matter: Matter, opinions_on: None, changes: dict[str, str]
) -> None:
    assert opine(roads.person("board"), matter, ENDORSES, changes=changes).status_code == 422
    assert not Opinion.objects.exists()


@pytest.mark.parametrize("role", ["board_secretary", "editor", "reviewer", "coordinator", "auditor", "staff"])
def test_opinion__is_for_members_of_the_board(matter: Matter, opinions_on: None, role: str) -> None:
    assert opine(roads.person(role), matter, ENDORSES).status_code == (404 if role == "staff" else 302)
    assert not Opinion.objects.exists()


def test_opinion__binds_nobody(matter: Matter, opinions_on: None) -> None:
    opine(roads.person("board"), matter, AGAINST, "Jag är emot.")
    board.send(board.recorder(), matter)
    matter.refresh_from_db()
    assert (matter.stage, matter.ending) == (Stage.CLOSED, "adopted")
    assert opine(roads.person("board"), matter, ENDORSES).status_code == 422
    assert Opinion.objects.count() == 1


def test_address_of_opinions__leads_to_the_matter(matter: Matter) -> None:
    answer = board.recorder().get(board.address(matter, "standpunkt"))
    assert answer.url == f"/beslut/{matter.pk}/#standpunkter"


@pytest.mark.parametrize(
    ("outcome", "stage", "page"), [("adopted_with_changes", Stage.AMENDING, "andringar")]
)
def test_start_page__leads_to_the_step_itself(matter: Matter, outcome: str, stage: str, page: str) -> None:
    secretary = roads.person("board_secretary")
    board.send(board.signed_in(secretary), matter, outcome=outcome)
    matter.refresh_from_db()
    assert matter.stage == stage
    assert f'href="{board.address(matter, page)}"' in board.read(board.signed_in(secretary).get("/"))
    assert f'href="{board.address(matter, page)}"' in shown(secretary, matter)


READS, RECORDS = "Read before the board decides", "Record what the board decided"


@pytest.mark.parametrize(
    ("roles", "todos"),
    [
        (["board"], [READS]),
        (["board_secretary"], [RECORDS]),
        (["board", "board_secretary"], [READS, RECORDS]),
        (["editor", "reviewer", "coordinator"], []),
        (["staff"], []),
    ],
)
def test_start_page__members_read_and_the_secretary_records(
    matter: Matter, roles: list[str], todos: list[str]
) -> None:
    words = board.read(board.signed_in(roads.person(*roles)).get("/"))
    for title in (READS, RECORDS):
        assert (f">{board.sv(title)}</a>" in words) is (title in todos), title
