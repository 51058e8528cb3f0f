"""Role × stage × action, each through the address that a person would use: the table decides, whatever is sent.

What an address answers is never a bare refusal or a fault; what was not allowed has changed nothing.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from handslag import clock
from handslag.access.roles import roles
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.referral.round import ReferralRound
from plan_pages.road.table import RULES, Action, Bar
from plan_pages.workflow import doors
from plan_pages.workflow.tasks import BoardDecisionTask
from tests.plan_pages.deciding.board import decided_plan, typed
from tests.plan_pages.deciding.browsing import signed_in
from tests.support import plans, referrals, roads

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ANSWERS = (200, 302, 404, 409, 422)


class Road:
    """A plan whose matter stands in each stage in turn, by people who hold no role of those who are asked."""

    def __init__(self) -> None:
        self.page = decided_plan()
        self.author, self.reviewer = roads.person("editor"), roads.person("reviewer")
        self.secretary = roads.person("board_secretary")
        self.guest = roads.person()
        BoardDecisionTask.objects.update(opinions=True)

    def to(self, stage: Stage) -> Matter:
        return {
            Stage.DRAFTING: self._drafting,
            Stage.REVIEW: lambda: doors.submit(self._drafting(), self.author),
            Stage.REFERRAL: lambda: referrals.on_referral(self.page, self.author, self.reviewer),
            Stage.BOARD: self._board,
            Stage.AMENDING: self._amending,
            Stage.CHECKING: self._checking,
            Stage.CLOSED: lambda: roads.recorded(self._board(), self.secretary),
        }[stage]()

    def _drafting(self) -> Matter:
        return roads.drafted(self.page, self.author)

    def _board(self) -> Matter:
        return roads.at_board(self.page, self.author, self.reviewer)

    def _amending(self) -> Matter:
        return roads.recorded(self._board(), self.secretary, outcome="adopted_with_changes")

    def _checking(self) -> Matter:
        matter = self._amending()
        plans.draft(ActionPlanPage.objects.get(pk=self.page.pk), plans.document(5), self.secretary)
        return doors.act(matter, self.secretary, "send_to_check")


def told(kind: EventKind) -> Callable[[Matter], Any]:
    return lambda matter: matter.events.filter(kind=kind).count()


def answer(way: str, **fields: str) -> Callable[[Client, Matter, Road], Any]:
    return lambda client, matter, road: client.post(f"/beslut/{matter.pk}/", {"way": way, **fields})


def invite(client: Client, matter: Matter, road: Road) -> Any:
    fields = {"way": "invite", "inbjud-account": road.guest.pk}
    return client.post(f"/beslut/{matter.pk}/", fields)


def prepare(client: Client, matter: Matter, road: Road) -> Any:
    return client.post("/beslut/forbered/", {"registry_number": "KS 2026/77"})


def submit(client: Client, matter: Matter, road: Road) -> Any:
    return client.post("/beslut/forbered/", {"submit": "1"})


def refer(client: Client, matter: Matter, road: Road) -> Any:
    later = (clock.today() + datetime.timedelta(days=30)).isoformat()
    letter = {**referrals.LETTER, "seen": matter.digest, "deadline": later}
    return client.post(referrals.address(matter), {"way": "open", **letter})


def close_referral(client: Client, matter: Matter, road: Road) -> Any:
    """Nobody has to be asked any more, so closing is all that is left to do."""
    Matter.objects.update(asks_referral=False, no_referral_reason="Små ändringar.")
    return client.post(referrals.address(matter), {"way": "close"})


def opine(client: Client, matter: Matter, road: Road) -> Any:
    fields = {"seen": matter.digest, "stance": "endorses"}
    return client.post(f"/beslut/{matter.pk}/standpunkt/", fields)


def amend(way: str, **fields: str) -> Callable[[Client, Matter, Road], Any]:
    return lambda client, matter, road: client.post(f"/beslut/{matter.pk}/andringar/", {"way": way, **fields})


def record(client: Client, matter: Matter, road: Road) -> Any:
    return client.post(f"/beslut/{matter.pk}/beslut/", typed(matter, step="confirm"))


def entered_by(matter: Matter) -> Any:
    return matter.amendments.values_list("entered_by", flat=True).last()


# What is sent for each action, and what shows that it was done.
TRIED: dict[Action, tuple[Callable[[Client, Matter, Road], Any], Callable[[Matter], Any]]] = {
    Action.COMMENT: (answer("comment", **{"kommentar-text": "Hej."}), told(EventKind.COMMENTED)),
    Action.PREPARE: (prepare, lambda matter: Matter.objects.get(pk=matter.pk).registry_number),
    Action.SUBMIT: (submit, told(EventKind.SUBMITTED)),
    Action.WITHDRAW: (answer("withdraw", **{"atertag-text": "Fel."}), told(EventKind.WITHDRAWN)),
    Action.INVITE_REVIEWER: (invite, told(EventKind.REVIEWER_INVITED)),
    Action.APPROVE: (answer("approve"), told(EventKind.APPROVED)),
    Action.RETURN: (answer("return", **{"atersand-text": "Kortare."}), told(EventKind.RETURNED)),
    Action.REFER: (refer, lambda matter: ReferralRound.objects.filter(matter=matter).count()),
    Action.CLOSE_REFERRAL: (close_referral, told(EventKind.AT_BOARD)),
    Action.OPINE: (opine, lambda matter: matter.opinions.count()),
    Action.RECORD: (record, told(EventKind.DECIDED)),
    Action.AMEND: (amend("send"), told(EventKind.AMENDED)),
    Action.TAKE_OVER: (amend("take_over"), entered_by),
    Action.CHECK: (amend("return", comment="Fel i § 3."), told(EventKind.AMENDMENT_RETURNED)),
}


def test_every_action__is_tried() -> None:
    assert set(TRIED) | {Action.SEE} == set(Action)


@pytest.fixture
def road() -> Road:
    return Road()


def tries() -> Iterator[tuple[str, Action]]:
    for role in roles:
        for action in TRIED:
            yield role.name, action


@pytest.mark.parametrize("stage", Stage)
def test_table__holds_at_every_address(road: Road, stage: Stage) -> None:
    matter = road.to(stage)
    people = {role.name: roads.person(role.name) for role in roles}
    wrong = []
    for name, action in tries():
        send, sign = TRIED[action]
        rule, client = RULES[action], signed_in(people[name])
        with transaction.atomic():
            before = sign(matter)
            status = send(client, matter, road).status_code
            done = sign(matter) != before
            transaction.set_rollback(True)
        # The one who entered the board's changes is none of these.
        allowed = stage in rule.stages and name in rule.roles and Bar.NOT_ENTERED not in rule.bars
        if done != allowed or status not in ANSWERS:
            wrong.append(f"{name} {action} in {stage}: {status}, {'done' if done else 'not done'}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_seeing__is_for_the_same_roles_in_every_stage(road: Road, stage: Stage) -> None:
    matter = road.to(stage)
    for role in roles:
        seen = signed_in(roads.person(role.name)).get(f"/beslut/{matter.pk}/").status_code
        assert seen == (200 if role.name in RULES[Action.SEE].roles else 404), role.name
