"""Two tabs at once, on both databases: whatever they race for, one edition comes of it and the other is told."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections

from handslag import clock
from plan_pages.editions.edition import Edition
from plan_pages.road.matter import Ending, Matter, Stage
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.seal.verifying import verify
from tests.plan_pages.deciding import board
from tests.support import plans, roads

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

WHY = {"in_effect_from": "", "reason": "Fullmäktige vill höra skolan först."}


def together(*acts: Callable[[], Any]) -> list[Any]:
    """What each answered; all begin at the same moment, each with a connection of its own."""
    gate, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        gate.wait(30)
        try:
            with clock.set_to(board.TODAY):
                answers[place] = act()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def matter_before_board(*places: Any) -> Matter:
    with clock.set_to(board.TODAY):
        return board.before_board(*places)


def test_two_recorders__of_one_decision_make_one_edition() -> None:
    matter = matter_before_board()
    clients = [board.recorder(), board.recorder("board")]
    answers = together(*(lambda client=client: board.send(client, matter) for client in clients))
    assert sorted(answer.url for answer in answers) == [f"/beslut/{matter.pk}/", "/handlingsplan/utgavor/2/"]
    assert Edition.objects.count() == 2 and RecordedDecision.objects.count() == 1 and list(verify()) == []
    assert Matter.objects.count() == 1


@pytest.mark.parametrize("other", ["referred_back", "rejected", "adopted_with_changes"])
def test_two_recorders__who_disagree_record_one_of_the_two(other: str) -> None:
    matter = matter_before_board()
    first, second = board.recorder(), board.recorder("board")
    changes = {"outcome": other, **({} if other == "adopted_with_changes" else WHY)}
    together(lambda: board.send(first, matter), lambda: board.send(second, matter, **changes))
    matter.refresh_from_db()
    outcome = RecordedDecision.objects.get().outcome
    adopted = outcome == "adopted"
    assert Edition.objects.count() == (2 if adopted else 1)
    assert (matter.ending == Ending.ADOPTED) is adopted
    if outcome == "referred_back":
        assert matter.stage == Stage.DRAFTING


def test_two_municipalities__at_once_are_sealed_once_with_both() -> None:
    matter = matter_before_board(board.BJORK, board.ASPNAS)
    sent = [(board.recorder(), str(plans.municipality(code).pk)) for code in ("9901", "9902")]
    together(
        *(
            lambda client=client, place=place: board.send(client, matter, municipality=place)
            for client, place in sent
        )
    )
    assert Edition.objects.count() == 2
    assert Edition.objects.get(main=2).decisions.count() == 2 and list(verify()) == []


def test_recording__while_an_editor_takes_it_back_is_one_of_the_two() -> None:
    matter = matter_before_board()
    client, editor = board.recorder(), board.signed_in(roads.person("editor"))
    withdraw = {"way": "withdraw", "atertag-text": "", "atertag-seen": matter.digest}
    together(
        lambda: board.send(client, matter),
        lambda: editor.post(f"/beslut/{matter.pk}/", withdraw),
    )
    matter.refresh_from_db()
    recorded = RecordedDecision.objects.count()
    assert (Edition.objects.count(), matter.stage) in ((2, Stage.CLOSED), (1, Stage.DRAFTING))
    assert recorded == (1 if matter.stage == Stage.CLOSED else 0)


def test_two_checkers__at_once_seal_one_edition() -> None:
    matter = matter_before_board()
    secretary = roads.person("board_secretary")
    with clock.set_to(board.TODAY):
        board.send(board.signed_in(secretary), matter, outcome="adopted_with_changes")
        plans.draft(matter.series.page.specific, plans.document(6), secretary)
        roads.doors.act(Matter.objects.get(), secretary, "send_to_check")
    digest = Matter.objects.get().digest
    sent = {"way": "confirm", "same": "on", "seen": digest}
    checkers = [board.recorder("reviewer"), board.recorder("board")]
    address = board.address(matter, "andringar")
    together(*(lambda client=client: client.post(address, sent) for client in checkers))
    assert Edition.objects.count() == 2 and list(verify()) == []
