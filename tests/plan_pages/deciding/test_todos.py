"""What waits on whose start page, stage by stage."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from handslag.start.todos import Todo
from plan_pages.deciding.todos import waiting_for
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter
from plan_pages.workflow import doors
from tests.plan_pages.deciding.board import decided_plan, read, sv
from tests.plan_pages.deciding.browsing import signed_in
from tests.support import plans, roads
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

ROLES = (
    "staff",
    "editor",
    "reviewer",
    "steering_group",
    "board",
    "board_secretary",
    "coordinator",
    "auditor",
)


decided = once(decided_plan)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


@pytest.fixture
def author() -> Any:
    return roads.person("editor")


def todos(user: Any) -> list[Todo]:
    return list(waiting_for(type(user).objects.get(pk=user.pk)))


def titles_of(user: Any) -> list[str]:
    with override("en"):
        return [str(todo.title) for todo in todos(user)]


def titles() -> dict[str, list[str]]:
    """By role, of those for whom something waits."""
    found = {role: titles_of(roads.person(role)) for role in ROLES}
    return {role: waiting for role, waiting in found.items() if waiting}


def test_draft_that_is_written_on__waits_for_nobody(page: ActionPlanPage, author: Any) -> None:
    roads.drafted(page, author)
    assert titles() == {}


def test_review__waits_for_reviewers_and_not_for_the_barred(page: ActionPlanPage, author: Any) -> None:
    matter = roads.submitted(page, author)
    assert titles() == {"reviewer": ["Review the draft"]}
    submitter, free = roads.person("reviewer", "editor"), roads.person("reviewer")
    Matter.objects.update(submitted_by=submitter)
    author.groups.add(*free.groups.all())
    assert todos(submitter) == todos(author) == []
    assert [todo.url for todo in todos(free)] == [f"/beslut/{matter.pk}/"]


def test_guest__has_the_one_review_and_nothing_else(page: ActionPlanPage, author: Any) -> None:
    matter, guest = roads.submitted(page, author), roads.person()
    matter.guest_reviewers.create(user=guest)
    assert titles_of(guest) == ["Review the draft"]
    doors.act(matter, guest, "approve")
    assert todos(guest) == []


@pytest.mark.parametrize("since", ["nothing", "talk"])
def test_returned_draft__waits_for_editors(page: ActionPlanPage, author: Any, since: str) -> None:
    matter = doors.act(
        roads.submitted(page, author), roads.person("reviewer"), "reject", comment="För långt."
    )
    if since == "talk":
        tell(matter, EventKind.COMMENTED, author, text="Jag ser på det.")
        tell(matter, EventKind.DECLINED, author, text="Inte nu.")
    assert titles() == {role: ["The draft came back"] for role in ("editor", "coordinator")}
    doors.submit(matter, author)
    assert set(titles()) == {"reviewer"}


def test_withdrawn_draft__waits_for_nobody(page: ActionPlanPage, author: Any) -> None:
    doors.act(roads.submitted(page, author), author, "withdraw", comment="Fel fil.")
    assert titles() == {}


def test_before_the_board__members_read_and_the_secretary_records(page: ActionPlanPage, author: Any) -> None:
    matter = roads.at_board(page, author, roads.person("reviewer"))
    assert titles() == {
        "board": ["Read before the board decides"],
        "board_secretary": ["Record what the board decided"],
    }
    member, secretary = todos(roads.person("board"))[0], todos(roads.person("board_secretary"))[0]
    assert (member.url, secretary.url) == (f"/beslut/{matter.pk}/", f"/beslut/{matter.pk}/beslut/")
    assert len(todos(roads.person("board", "board_secretary"))) == 2


def test_referred_back__waits_for_editors(page: ActionPlanPage, author: Any) -> None:
    matter = roads.at_board(page, author, roads.person("reviewer"))
    secretary = roads.person("board_secretary")
    roads.recorded(
        matter, secretary, outcome="referred_back", reason="Kostnaden saknas.", in_effect_from=None
    )
    assert titles() == {role: ["The board referred the draft back"] for role in ("editor", "coordinator")}
    assert "Kostnaden saknas." in read(signed_in(author).get(f"/beslut/{matter.pk}/"))


def test_changes_of_the_board__wait_for_who_enters_and_then_for_others(
    page: ActionPlanPage, author: Any
) -> None:
    secretary = roads.person("board_secretary")
    matter = roads.at_board(page, author, roads.person("reviewer"))
    matter = roads.recorded(matter, secretary, outcome="adopted_with_changes")
    assert titles() == {} and len(todos(secretary)) == 1
    plans.draft(ActionPlanPage.objects.get(pk=page.pk), plans.document(5), secretary)
    doors.act(matter, secretary, "send_to_check")
    assert todos(secretary) == []
    assert set(titles()) == {"reviewer", "board", "board_secretary", "coordinator"}


def test_start_page__shows_them(page: ActionPlanPage, author: Any) -> None:
    matter = roads.submitted(page, author)
    start = read(signed_in(roads.person("reviewer")).get("/"))
    assert sv("Review the draft") in start and f'href="/beslut/{matter.pk}/"' in start


@pytest.mark.both_databases
@pytest.mark.parametrize(("role", "most"), [("staff", 1), ("editor", 1), ("board", 1)])
def test_nothing_open__costs_one_question(page: ActionPlanPage, role: str, most: int) -> None:
    person = roads.person(role)
    person.groups.all()
    list(waiting_for(person))
    with CaptureQueriesContext(connection) as queries:
        assert list(waiting_for(person)) == []
    assert len(queries) <= most
    assert not Matter.objects.exists()
