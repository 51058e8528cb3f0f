"""A round of a routine: begun, complete when all its steps are signed, late or ended (B-2.1)."""

import datetime
import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from contacts.bodies.body import BodyPage
from contacts.bodies.kinds import MeetingState
from contacts.routines.routine import Routine
from contacts.routines.run import RoutineRun, RunStep
from contacts.routines.signature import StepSignature
from contacts.routines.todos import past_due
from handslag import clock
from tests.support.bodies import meeting
from tests.support.clients import client_of
from tests.support.contacts import function, organisation
from tests.support.factories import UserFactory
from tests.support.routines import TODAY, beginning_of, begun, council, path_of, sign, standing

pytestmark = pytest.mark.django_db


def test_round__keeps_the_steps_it_began_with_and_is_complete_when_all_are_signed() -> None:
    of = council()
    autumn = meeting(of, "2026-11-02 13:00", MeetingState.PLANNED, title="Höstmötet")
    client = client_of("coordinator", name="Sam Ordnare")
    listed = f"/samverkan/rutiner/organ/{of.pk}/"
    assert listed in client.get(of.url).content.decode()
    begin = beginning_of(of)
    assert begin in client.get(listed).content.decode()
    fields = {"label": "Hösten 2026", "due": "2026-10-31", "meeting": autumn.pk, "token": str(uuid.uuid4())}
    for _twice in range(2):
        answer = client.post(begin, fields, follow=True)
    run = RoutineRun.objects.get()
    texts = ["Hämta in uppgifter", "Jämför med planen", "Lämna till styrgruppen"]
    assert [step.text for step in run.steps.all()] == texts
    assert "Höstmötet" in answer.content.decode()
    for page in (of.url, autumn.url, listed):
        assert path_of(run) in client.get(page).content.decode(), page

    page = BodyPage.objects.get(pk=of.pk)
    page.routines.set([Routine(title="Ny rutin", steps="Ett enda steg")])
    page.save_revision().publish()
    run.refresh_from_db()
    assert (run.title, run.routine) == ("Uppföljning", None)
    assert [step.text for step in run.steps.all()] == texts

    sign(client, run, "Polisområdeschef", 1, 3)
    assert standing(run) == [1, 3]
    assert list(RoutineRun.objects.with_progress().under_way()) == [run]
    page = sign(client, run, "Rektor", 2).content.decode()
    assert not RoutineRun.objects.with_progress().under_way()
    for words in ("1 oktober 2026", "Polisområdeschef, Polisen", "Rektor, Fritidsenheten", "Sam Ordnare"):
        assert words in page, words
    assert path_of(run) not in client.get(of.url).content.decode()
    assert path_of(run) in client.get(listed).content.decode()


def test_ended_round__is_no_work_and_takes_no_signature() -> None:
    run, client = begun(council(), due="2026-10-01"), client_of("coordinator")
    assert client.post(path_of(run), {"way": "end", "end-why": ""}).status_code == 422
    answer = client.post(path_of(run), {"way": "end", "end-why": "Begynt av misstag"}, follow=True)
    assert "Begynt av misstag" in answer.content.decode()
    sign(client, run, "Rektor", 1)
    assert standing(run) == []
    with clock.set_to(datetime.date(2027, 1, 1)):
        assert not list(past_due(UserFactory(roles=["coordinator"])))


@pytest.mark.parametrize(
    ("day", "roles", "is_shown"),
    [
        ("2026-10-31", ["coordinator"], False),
        ("2026-11-01", ["coordinator"], True),
        ("2026-11-01", ["staff", "editor", "reviewer", "auditor"], False),
    ],
)
def test_todo__from_the_day_after_the_last_one(day: str, roles: list[str], is_shown: bool) -> None:
    run = begun(council())
    sign(client_of("coordinator"), run, "Rektor", 1, 2)
    with clock.set_to(datetime.date.fromisoformat(day)):
        todos = list(past_due(UserFactory(roles=roles)))
        assert [(todo.url, todo.due, todo.key) for todo in todos] == (
            [(path_of(run), run.due, f"run {run.pk}")] if is_shown else []
        )
        sign(client_of("coordinator"), run, "Rektor", 3)
        assert not list(past_due(UserFactory(roles=roles)))


def test_begin__says_what_is_missing_and_keeps_what_was_typed() -> None:
    of, client = council(), client_of("coordinator")
    begin = beginning_of(of)
    for fields in (
        {"label": "", "due": "2026-10-31"},
        {"label": "Hösten", "due": "2026-09-30"},
        {"label": "Hösten", "due": ""},
        {"label": "Hösten 640823-3234", "due": "2026-10-31"},
    ):
        answer = client.post(begin, fields)
        assert answer.status_code == 422 and "error-summary" in answer.content.decode(), fields
        assert fields["label"] in answer.content.decode()
    assert not RoutineRun.objects.exists()


def test_begin__names_meetings_with_their_local_day() -> None:
    of = council()
    meeting(of, "2026-11-03 00:30", MeetingState.PLANNED, title="Nattmötet")
    page = client_of("coordinator").get(beginning_of(of)).content.decode()
    assert "Nattmötet, 2026-11-03" in page


@pytest.mark.parametrize("steps", ["", " \n \n", "x" * 301])
def test_routine__needs_steps_of_a_readable_length(steps: str) -> None:
    with pytest.raises(ValidationError):
        Routine(title="Uppföljning", steps=steps).full_clean(exclude=["body"])


def test_pages__ask_the_same_few_questions_however_long_they_are(django_assert_max_num_queries: Any) -> None:
    of = council()
    run = begun(of)
    client = client_of("coordinator")
    routine = Routine.objects.get()
    Routine.objects.filter(pk=routine.pk).update(steps="\n".join(f"Steg {number}" for number in range(30)))
    for number in range(22):
        run = begun(of, label=f"Omgång {number}")
    sign(client, run, "Rektor", *range(1, 20))
    for path in (path_of(run), f"/samverkan/rutiner/organ/{of.pk}/"):
        client.get(path)
        with django_assert_max_num_queries(15):
            client.get(path)


@pytest.mark.both_databases
def test_database__refuses() -> None:
    run = begun(council())
    user, place = UserFactory(roles=["coordinator"]), function("Jurist", organisation("Juristbyrån"))
    step = run.steps.get(number=1)
    given = {"step": step, "function": place, "signed_as": "Jurist", "signed_by": user}
    StepSignature.objects.create(**given)
    now = clock.now()
    for wrong in (
        lambda: StepSignature.objects.create(**given),
        lambda: StepSignature.objects.update(withdrawn_at=now),
        lambda: StepSignature.objects.update(withdrawn_at=now, withdrawn_by=user),
        lambda: StepSignature.objects.update(withdrawn_why="Varför"),
        lambda: RoutineRun.objects.update(ended_at=now),
        lambda: RoutineRun.objects.update(label=""),
        lambda: RunStep.objects.update(number=1),
        lambda: Routine.objects.update(steps=""),
        lambda: RoutineRun.objects.create(
            body=run.body, title="T", label="L", due=TODAY, begun_by=user, token=run.token
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()
    StepSignature.objects.update(withdrawn_at=now, withdrawn_by=user, withdrawn_why="Varför")
    StepSignature.objects.create(**given)
