"""What is due in the collaboration, and for whom."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale

from contacts.bodies.kinds import BodyKind, MeetingState
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.seat import Seat
from contacts.collaboration.question import OpenQuestion
from contacts.collaboration.todos import waiting_for
from contacts.routines.run import RoutineRun, RunStep
from handslag import clock
from handslag.reminders.letter import WORDLESS
from handslag.start.todos import MOST_SINGLE
from handslag.trash.moving import move_to_trash
from tests.support.bodies import body, meeting
from tests.support.contacts import function
from tests.support.factories import UserFactory, restrict
from tests.support.mail import MailSink

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 1)
LONG_AGO = datetime.date(2020, 1, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def keys(*roles: str) -> list[str]:
    return sorted(todo.key.split()[0] for todo in waiting_for(UserFactory(roles=list(roles))))


def everything(kind: str = BodyKind.COUNCIL) -> Any:
    one = body(kind=kind, interval_days=30, mandate_tasks=[MandateTask(text="Uppdrag", given_on=LONG_AGO)])
    meeting(
        one,
        "2026-05-01",
        observations=[Observation(text="Lampa")],
        follow_ups=[MeetingFollowUp(text="Ring", function=function(), due=TODAY)],
    )
    OpenQuestion.objects.create(
        question="Gemensamt Brå?",
        asked_on=LONG_AGO,
        answer="Nej",
        answered_on=LONG_AGO,
        is_provisional=True,
        revisit_on=TODAY,
    )
    return one


@pytest.mark.parametrize(
    ("kind", "roles", "expected"),
    [
        (
            BodyKind.COUNCIL,
            ["coordinator"],
            ["follow-up", "meetings", "observation", "question", "series", "task"],
        ),
        (
            BodyKind.COUNCIL,
            ["coordinator", "reviewer"],
            ["follow-up", "meetings", "observation", "question", "series", "task"],
        ),
        (BodyKind.COUNCIL, ["reviewer"], []),
        (BodyKind.PREPARATORY_GROUP, ["reviewer"], ["follow-up"]),
        (BodyKind.PREPARATORY_GROUP, ["staff", "editor", "board"], []),
    ],
)
def test_todos__by_role(kind: str, roles: list[str], expected: list[str]) -> None:
    everything(kind)
    assert keys(*roles) == expected


def test_todos__many_of_a_kind_are_one_that_leads_to_their_list() -> None:
    """Two hundred lamps are not two hundred things to do; their day is that of the longest overdue."""
    one = body(
        mandate_tasks=[MandateTask(text=f"Uppdrag {n}", given_on=LONG_AGO) for n in range(MOST_SINGLE + 1)]
    )
    meeting(one, "2026-05-01", observations=[Observation(text=f"Lampa {n}") for n in range(MOST_SINGLE)])
    meeting(one, "2026-04-01", slug="april", observations=[Observation(text="Buske")])
    # Not overdue, and so not counted.
    meeting(one, "2026-09-20", slug="september", observations=[Observation(text="Skylt")])
    for n in range(MOST_SINGLE + 2):
        OpenQuestion.objects.create(question=f"{n}?", revisit_on=TODAY)
    with override("en"):
        found = {str(todo.title): todo for todo in waiting_for(UserFactory(roles=["coordinator"]))}
    overview = one.get_parent().url
    assert {
        title: todo.url for title, todo in found.items() if todo.key in {"tasks", "observations", "questions"}
    } == {
        "Handle what was seen on safety walks: 11 observations": f"{overview}#iakttagelser",
        "Take up 11 idle tasks": f"{overview}#uppdrag",
        "Ask 12 questions again": "/en/samverkan/fragor/",
    }
    assert found["Handle what was seen on safety walks: 11 observations"].due == datetime.date(2026, 5, 31)
    assert not any(todo.key.startswith(("task ", "observation ", "question ")) for todo in found.values())


def test_todos__nothing_of_a_body_that_one_may_not_see() -> None:
    restrict(everything(), "dialogue")
    assert keys("coordinator") == ["question"]


def mailed_to(*roles: str, sink: MailSink) -> str:
    UserFactory(roles=list(roles))
    call_command("send_reminders", stdout=io.StringIO())
    return " ".join(str(message.get_content()) for message in sink.messages)


@pytest.mark.parametrize("closed", [None, 0, 1, 2])
def test_mail__of_what_waits_on_a_page_for_certain_roles_says_no_word(
    mail_sink: MailSink, closed: int | None
) -> None:
    """Whichever page on the way is closed; the day is told."""
    council = everything()
    walk = council.get_children().get()
    one = RoutineRun.objects.create(
        body=council, title="Rutinen", label="Våren", due=LONG_AGO, begun_by=UserFactory()
    )
    RunStep.objects.create(run=one, number=1, text="Steget")
    words = ["Lampa", "Ring", "Uppdrag", "Rutinen", "Brå", "/samverkan/"]
    if closed is not None:
        restrict(walk.get_ancestors(inclusive=True).reverse()[closed], "dialogue")
    text = mailed_to("coordinator", "dialogue", sink=mail_sink)
    told = [word for word in words if word in text]
    with override("sv"):
        wordless = text.count(str(WORDLESS))
    match closed:
        case None:
            assert told == words
        case 0:
            # What was seen on a closed walk is no work; what its body waits for is told.
            assert "Lampa" not in told and "Ring" not in told and "Rutinen" in told
            assert wordless == 1
        case 1:
            # The open question stands beside the body.
            assert told == ["Brå", "/samverkan/"] and "Gemensamt Brå" in text
            assert wordless == 6
        case _:
            assert told == []
            assert wordless == 7
            assert "\n  http://testserver/\n" in text.replace("\r\n", "\n")


def test_a_translated_meeting__makes_no_work_of_its_own() -> None:
    walk = everything().get_children().get().specific
    before = keys("coordinator")
    Locale.objects.get_or_create(language_code="en")
    copy = walk.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    for page in copy.get_ancestors(inclusive=True).filter(locale__language_code="en", live=False):
        page.specific.save_revision().publish()
    assert MeetingFollowUp.objects.count() == Observation.objects.count() == 2
    assert MeetingFollowUp.objects.filter(meeting__live=True).count() == 2
    assert keys("coordinator") == before


@pytest.mark.parametrize(
    ("walk", "is_due"), [("2026-08-02", False), ("2026-08-01", True), ("2026-08-02 00:30", False)]
)
def test_observation__is_due_after_sixty_days(walk: str, is_due: bool) -> None:
    meeting(body(kind=BodyKind.STEERING_GROUP), walk, observations=[Observation(text="Lampa")])
    assert (keys("coordinator") == ["observation"]) == is_due


def test_observation__of_a_cancelled_walk_is_no_work() -> None:
    meeting(
        body(kind=BodyKind.STEERING_GROUP),
        "2026-01-01",
        MeetingState.CANCELLED,
        observations=[Observation(text="Lampa")],
    )
    assert keys("coordinator") == []


@pytest.mark.parametrize("fate", ["closed", "trashed", "unpublished"])
def test_observation__of_a_meeting_that_counts_nowhere_is_no_work(fate: str) -> None:
    walk = meeting(body(kind=BodyKind.STEERING_GROUP), "2026-01-01", observations=[Observation(text="Lampa")])
    assert keys("coordinator", "dialogue") == ["observation"]
    match fate:
        case "closed":
            restrict(walk, "dialogue")
        case "trashed":
            move_to_trash(walk, None)
        case _:
            walk.unpublish()
    assert keys("coordinator", "dialogue") == []


@pytest.mark.parametrize(
    ("due", "done_on", "is_shown"),
    [
        ("2026-10-15", None, True),
        ("2026-10-16", None, False),
        ("2026-01-01", None, True),
        ("2026-01-01", "2026-01-02", False),
    ],
)
def test_follow_up__is_shown_two_weeks_before(due: str, done_on: str | None, is_shown: bool) -> None:
    row = MeetingFollowUp(text="Ring", function=function(), due=due, done_on=done_on)
    meeting(body(kind=BodyKind.STEERING_GROUP), "2026-01-01", follow_ups=[row])
    assert (keys("coordinator") == ["follow-up"]) == is_shown


def test_follow_up__of_a_meeting_that_was_called_off_is_no_work() -> None:
    row = MeetingFollowUp(text="Ring", function=function(), due=TODAY)
    called_off = meeting(
        body(kind=BodyKind.PREPARATORY_GROUP), "2026-01-01", MeetingState.CANCELLED, follow_ups=[row]
    )
    assert keys("coordinator") == keys("reviewer") == []
    called_off.state = MeetingState.HELD
    called_off.save_revision().publish()
    assert keys("coordinator") == keys("reviewer") == ["follow-up"]


@pytest.mark.parametrize(
    ("begins", "ends", "state", "is_due"),
    [
        ("2026-09-30 23:30", None, MeetingState.PLANNED, True),
        ("2026-10-01 00:30", None, MeetingState.PLANNED, False),
        ("2026-09-30 23:30", "2026-10-01 00:30", MeetingState.PLANNED, False),
        ("2026-09-30 22:30", "2026-09-30 23:30", MeetingState.PLANNED, True),
        ("2026-09-30", None, MeetingState.HELD, False),
        ("2026-09-30", None, MeetingState.CANCELLED, False),
    ],
)
def test_planned_meeting__whose_day_has_passed_is_work(
    begins: str, ends: str | None, state: str, is_due: bool
) -> None:
    moment = ends and timezone.make_aware(datetime.datetime.fromisoformat(ends))
    found = meeting(body(kind=BodyKind.STEERING_GROUP), begins, state, ends_at=moment)
    assert keys("coordinator") == (["unsaid"] if is_due else [])
    assert keys("staff", "reviewer", "editor") == []
    restrict(found, "dialogue")
    assert keys("coordinator") == []
    assert keys("coordinator", "dialogue") == (["unsaid"] if is_due else [])


def test_planned_meetings__that_are_many_are_one_work_with_a_list_for_those_who_keep_bodies() -> None:
    one = body(kind=BodyKind.STEERING_GROUP)
    for n in range(MOST_SINGLE + 1):
        meeting(one, f"2026-09-{n + 10}", MeetingState.PLANNED, title=f"Möte {n}", slug=f"m{n}")
    (todo,) = waiting_for(UserFactory(roles=["coordinator"]))
    assert (todo.key, str(todo.due)) == ("unsaid", "2026-09-10")
    client = Client()
    for role, is_shown in (("coordinator", True), ("staff", False)):
        client.force_login(UserFactory(roles=[role]))
        text = client.get("/samverkan/?lista=moten").content.decode()
        assert ('id="moten"' in text and f"Möte {MOST_SINGLE}" in text) == is_shown


@pytest.mark.parametrize(
    ("until", "asked"),
    [
        (None, ["meetings", "series", "task"]),
        ("2026-10-01", ["meetings", "series", "task"]),
        ("2026-09-30", []),
    ],
)
def test_body__asks_for_something_until_its_mandate_ends(until: str | None, asked: list[str]) -> None:
    idle = MandateTask(text="Uppdrag", given_on=LONG_AGO)
    one = body(interval_days=30, mandate_until=until, mandate_tasks=[idle], seats=[Seat(function=function())])
    meeting(one, "2026-05-01")
    assert keys("coordinator") == asked
    client = Client()
    client.force_login(UserFactory(roles=["staff"]))
    for address in (one.url, "/samverkan/"):
        told = client.get(address).content.decode()
        assert ("måste planeras" in told) == bool(asked), address
        assert ("Försenat sedan" in told) == (bool(asked) and address == "/samverkan/")
    assert ("Fritidschef" in told) == bool(asked)


@pytest.mark.parametrize(
    ("revisit", "closed", "is_shown"),
    [("2026-10-01", None, True), ("2026-10-02", None, False), ("2026-01-01", "2026-02-01", False)],
)
def test_question__is_work_from_its_day_until_closed(
    revisit: str, closed: str | None, is_shown: bool
) -> None:
    OpenQuestion.objects.create(
        question="?",
        asked_on=LONG_AGO,
        answer="Nej",
        answered_on=LONG_AGO,
        is_provisional=True,
        revisit_on=revisit,
        closed_on=closed,
    )
    assert (keys("coordinator") == ["question"]) == is_shown


@pytest.mark.parametrize(
    ("kind", "wanted", "held", "planned", "said"),
    [
        (BodyKind.COUNCIL, None, 1, 2, ["Planera 1 möte till i år: Brå"]),
        (BodyKind.INTERRELIGIOUS_COUNCIL, None, 2, 0, ["Planera 2 möten till i år: Brå"]),
        (BodyKind.COUNCIL, 3, 1, 2, []),
        (BodyKind.STEERING_GROUP, None, 0, 0, []),
    ],
)
def test_meetings__that_will_be_too_few_are_work_until_they_are_planned(
    kind: str, wanted: int | None, held: int, planned: int, said: list[str]
) -> None:
    one = body(title="Brå", kind=kind, meetings_per_year=wanted)
    for number in range(held):
        meeting(one, f"2026-02-0{number + 1}")
    for number in range(planned):
        meeting(one, f"2026-11-0{number + 1}", MeetingState.PLANNED)
    found = list(waiting_for(UserFactory(roles=["coordinator"])))
    assert [todo.title for todo in found] == said
    assert all((str(todo.due), todo.page_id) == ("2026-12-31", one.pk) for todo in found)
