"""A plan of two municipalities: each decides for itself, and nothing is sealed before both have."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from handslag import clock
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import history_of
from plan_pages.editions.series import EditionSeries
from plan_pages.road.matter import Matter, Stage
from tests.plan_pages.deciding import board
from tests.support import plans, roads
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

LATER = datetime.date(2026, 3, 9)
WHY = {"in_effect_from": "", "reason": "Fullmäktige vill höra skolan först."}


@pytest.fixture(autouse=True)
def in_march() -> Iterator[None]:
    with clock.set_to(board.TODAY):
        yield


def in_time() -> Matter:
    with clock.set_to(board.TODAY):
        return board.before_board(board.BJORK, board.ASPNAS)


before_board = once(in_time)


@pytest.fixture
def matter(before_board: Matter) -> Matter:
    return anew(before_board)


def place(code: str) -> int:
    return plans.municipality(code).pk


def decide(client: Client, matter: Matter, code: str, **changes: Any) -> Any:
    return board.send(client, matter, municipality=str(place(code)), **changes)


def test_form__asks_which_municipality_and_offers_those_that_have_not_decided(matter: Matter) -> None:
    client = board.recorder()
    first = board.read(client.get(board.address(matter)))
    assert "Aspnäs kommun</option>" in first and "Björkmarks kommun</option>" in first
    decide(client, matter, "9901")
    second = client.get(board.address(matter))
    assert b"</option>" in second.content and "Björkmarks kommun</option>" not in board.read(second)
    assert f'name="municipality" value="{place("9902")}"' in board.read(second)


def test_one_today_the_other_next_week__is_sealed_then_with_both_decisions(matter: Matter) -> None:
    client = board.recorder()
    sent = board.typed(matter, municipality=str(place("9901")))
    words = board.read(client.post(board.address(matter), sent))
    assert (
        board.sv(
            "Nothing is sealed yet: the text waits for the decision of %(waiting)s.", waiting="Aspnäs kommun"
        )
        in words
    )
    done = client.post(board.address(matter), {**sent, "step": "confirm"})
    assert "Aspnäs kommun" in board.said(done)
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD and Edition.objects.count() == 1
    with clock.set_to(LATER):
        other = board.recorder("board")
        changes = {"meeting_date": "2026-03-09", "paragraph": "30", "in_effect_from": "2026-04-01"}
        words = board.read(
            other.post(board.address(matter), board.typed(matter, municipality=str(place("9902")), **changes))
        )
        assert board.sv("Everyone has decided, so the edition is sealed now.") in words
        decide(other, matter, "9902", **changes)
    edition = Edition.objects.get(main=2)
    rows = Decision.objects.filter(edition=edition).values_list("place_code", "paragraph", "in_effect_from")
    assert sorted(rows) == [
        ("9901", "17", datetime.date(2026, 2, 24)),
        ("9902", "30", datetime.date(2026, 4, 1)),
    ]
    history = history_of(EditionSeries.objects.get())
    for day, code, number in (("2026-03-10", "9901", "2"), ("2026-04-01", "9902", "2")):
        found = history.in_force(datetime.date.fromisoformat(day), code)
        assert found is not None and str(found.number) == number


@pytest.mark.parametrize("first", ["9901", "9902"])
def test_one_rejects__is_sealed_for_the_other(matter: Matter, first: str) -> None:
    client, second = board.recorder(), {"9901": "9902", "9902": "9901"}[first]
    decide(client, matter, first, outcome="rejected", **WHY)
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD
    done = decide(client, matter, second)
    assert done.url == reverse("plan:edition", args=["2"])
    assert list(Decision.objects.filter(edition__main=2).values_list("place_code", flat=True)) == [second]


def test_last_one_rejects__is_told_whom_it_is_sealed_for(matter: Matter) -> None:
    client = board.recorder()
    decide(client, matter, "9901")
    sent = board.typed(matter, municipality=str(place("9902")), outcome="rejected", **WHY)
    words = board.read(client.post(board.address(matter), sent))
    sentence = "Edition %(number)s is sealed for %(adopters)s, where it was adopted."
    assert board.sv(sentence, number="2", adopters="Björkmarks kommun") in words
    client.post(board.address(matter), {**sent, "step": "confirm"})
    assert Edition.objects.count() == 2


def test_both_reject__ends_the_matter(matter: Matter) -> None:
    client = board.recorder()
    for code in ("9901", "9902"):
        decide(client, matter, code, outcome="rejected", **WHY)
    matter.refresh_from_db()
    assert (matter.stage, matter.ending) == (Stage.CLOSED, "rejected") and Edition.objects.count() == 1


@pytest.mark.parametrize("adopts_first", [True, False])
def test_one_refers_back__takes_it_back_for_all(matter: Matter, adopts_first: bool) -> None:
    client = board.recorder()
    if adopts_first:
        decide(client, matter, "9901")
    sent = board.typed(matter, municipality=str(place("9902")), outcome="referred_back", **WHY)
    words = board.read(client.post(board.address(matter), sent))
    assert board.sv("It goes back for all municipalities, also for those that have decided.") in words
    client.post(board.address(matter), {**sent, "step": "confirm"})
    matter.refresh_from_db()
    assert matter.stage == Stage.DRAFTING and Edition.objects.count() == 1
    page = matter.series.page.specific
    text = plans.document(5, municipalities=(board.BJORK, board.ASPNAS))
    again = roads.at_board(page, roads.person("editor"), roads.person("reviewer"), text)
    assert again.meeting_round == 2
    for code in ("9901", "9902"):
        decide(client, again, code)
    assert Edition.objects.count() == 2


def test_same_municipality__does_not_decide_twice(matter: Matter) -> None:
    client = board.recorder()
    decide(client, matter, "9901")
    answer = decide(client, matter, "9901")
    assert answer.status_code == 422 and matter.decisions.count() == 1


def test_municipality_without_part_in_the_plan__does_not_decide(matter: Matter) -> None:
    plans.municipality("9903", "Granviks kommun")
    assert decide(board.recorder(), matter, "9903").status_code == 422
    assert not matter.decisions.exists()


def test_after_one_has_decided__nobody_takes_the_text_back(matter: Matter) -> None:
    decide(board.recorder(), matter, "9901")
    with pytest.raises(ValidationError):
        roads.doors.act(matter, roads.person("editor"), "withdraw")


def test_one_with_changes__the_text_is_entered_once_both_have_decided(matter: Matter) -> None:
    client = board.recorder()
    decide(client, matter, "9901", outcome="adopted_with_changes")
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD
    done = decide(client, matter, "9902")
    assert done.url == reverse("decisions:amend", args=[matter.pk])
