"""Routines are signed checklists: begun, signed by function, complete when all steps are signed (B-2.1)."""

import datetime
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail.documents import get_document_model

from contacts.bodies.body import ADDRESSES_BESIDE, BodyPage
from contacts.bodies.kinds import MeetingState
from contacts.bodies.seat import Seat
from contacts.routines import keeping, signed_bodies
from contacts.routines.routine import Routine
from contacts.routines.run import RoutineRun, RunStep
from contacts.routines.signature import WITHDRAWAL, StepSignature
from contacts.routines.todos import past_due
from handslag import clock
from handslag.access.audiences import Audience
from handslag.trash.models import TrashedPage
from handslag.trash.moving import CannotBeDeletedError, move_to_trash
from handslag.trash.purging import purge_trash
from tests.support.bodies import body, meeting
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory, restrict
from tests.support.guests import client_of

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 1)
STEPS = "Hämta in uppgifter\n\n  Jämför   med planen\nLämna till styrgruppen\n"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def council(**fields: Any) -> BodyPage:
    routine = Routine(title="Uppföljning", steps=STEPS, **fields)
    police = function("Polisområdeschef", organisation("Polisen", "police"))
    return body(seats=[Seat(function=police), Seat(function=function("Rektor"))], routines=[routine])


def begun(of: BodyPage, due: str = "2026-10-31", label: str = "Våren") -> RoutineRun:
    keeper = UserFactory(roles=["coordinator"])
    routine = Routine.objects.get(body=of)
    day = datetime.date.fromisoformat(due)
    return keeping.begin(routine, keeper, uuid.uuid4(), label=label, due=day)[0]


def path_of(run: RoutineRun) -> str:
    return f"/samverkan/rutiner/omgang/{run.pk}/"


def sign(client: Client, run: RoutineRun, seat: str, *numbers: int) -> Any:
    steps = list(RunStep.objects.filter(run=run, number__in=numbers).values_list("pk", flat=True))
    chosen = Seat.objects.filter(function__name=seat).values_list("function", flat=True).first()
    fields = {"way": "sign", "sign-steps": steps, "sign-function": chosen}
    return client.post(path_of(run), fields, follow=True)


def standing(run: RoutineRun) -> list[int]:
    rows = StepSignature.objects.filter(step__run=run, withdrawn_at=None)
    return list(rows.order_by("step__number").values_list("step__number", flat=True))


def test_round__keeps_the_steps_it_began_with_and_is_complete_when_all_are_signed() -> None:
    of = council()
    autumn = meeting(of, "2026-11-02 13:00", MeetingState.PLANNED, title="Höstmötet")
    client = client_of("coordinator", name="Sam Ordnare")
    listed = f"/samverkan/rutiner/organ/{of.pk}/"
    assert listed in client.get(of.url).content.decode()
    begin = f"/samverkan/rutiner/{Routine.objects.get().pk}/borja/"
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


# Who is asked, and the seats they sign for.
SIGNERS: list[tuple[list[str], str, list[str]]] = [
    (["coordinator"], "sam@kommun.test", ["Polisområdeschef", "Rektor"]),
    (["staff"], "kim@polisen.test", ["Polisområdeschef"]),
    (["staff"], "alex@polisen.test", []),
    (["staff"], "slutat@polisen.test", []),
    (["staff", "editor", "reviewer", "forum", "board", "auditor"], "vera@kommun.test", []),
]


def test_roles__seats_sign_for_themselves_and_keepers_for_all() -> None:
    of = council()
    seats = {seat.function.name: seat.function for seat in Seat.objects.select_related("function")}
    elsewhere = function("Jurist", organisation("Juristbyrån"))
    for place, email, until in (
        (seats["Polisområdeschef"], "slutat@polisen.test", datetime.date(2026, 8, 31)),
        (elsewhere, "alex@polisen.test", None),
    ):
        row = held(place, since="2026-01-01", until=until)
        row.person.email = email
        row.person.save()
    row = held(seats["Polisområdeschef"], since="2026-09-01")
    # The directory writes addresses as people do.
    row.person.email = "Kim@Polisen.test"
    row.person.save()
    run = begun(of)
    begin = f"/samverkan/rutiner/{Routine.objects.get().pk}/borja/"
    for roles, email, expected in SIGNERS:
        client = client_of(*roles, email=email)
        StepSignature.objects.filter(step__run=run)._raw_delete("default")
        page = client.get(path_of(run)).content.decode()
        assert ('name="sign-function"' in page) == bool(expected), email
        for name in seats:
            StepSignature.objects.filter(step__run=run)._raw_delete("default")
            sign(client, run, name, 1)
            assert standing(run) == ([1] if name in expected else []), (email, name)
        is_keeper = "coordinator" in roles
        assert client.get(begin).status_code == (200 if is_keeper else 404)
        assert client.post(begin, {"label": "X"}).status_code == (422 if is_keeper else 404)
        assert (begin in client.get(f"/samverkan/rutiner/organ/{of.pk}/").content.decode()) == is_keeper
        client.post(path_of(run), {"way": "end", "end-why": "Fel"})
        run.refresh_from_db()
        assert (run.ended_at is not None) == is_keeper, email
        RoutineRun.objects.filter(pk=run.pk).update(ended_at=None, ended_by=None, ended_why="")
        run.refresh_from_db()
    assert RoutineRun.objects.count() == 1
    assert [Client().get(page).status_code for page in (path_of(run), begin)] == [302, 302]


def test_signature__is_withdrawn_with_a_reason_that_stays_and_never_changed() -> None:
    run, mine, other = begun(council()), client_of("coordinator"), client_of("coordinator")
    for _twice in range(2):
        sign(mine, run, "Rektor", 1, 2)
    assert (standing(run), StepSignature.objects.count()) == ([1, 2], 2)
    # Somebody else comes second: nothing of what they sent is signed.
    sign(other, run, "Rektor", 2, 3)
    assert standing(run) == [1, 2]

    first = StepSignature.objects.order_by("step__number").first()
    assert first is not None
    fields = {"way": "withdraw", "withdraw-signature": first.pk}
    assert mine.post(path_of(run), {**fields, "withdraw-why": ""}).status_code == 422
    answer = mine.post(path_of(run), {**fields, "withdraw-why": "Om 640823-3234"})
    assert answer.status_code == 422 and "Om 640823-3234" in answer.content.decode()
    assert client_of("staff").post(path_of(run), {**fields, "withdraw-why": "Nej"}).status_code == 302
    assert standing(run) == [1, 2]
    answer = mine.post(path_of(run), {**fields, "withdraw-why": "Fel termin"}, follow=True)
    assert standing(run) == [2]
    assert "Fel termin" in answer.content.decode()
    mine.post(path_of(run), {**fields, "withdraw-why": "En annan anledning"})
    first.refresh_from_db()
    assert first.withdrawn_why == "Fel termin"
    sign(other, run, "Polisområdeschef", 1)
    assert "Fel termin" in other.get(path_of(run)).content.decode()
    assert (standing(run), StepSignature.objects.count()) == ([1, 2], 3)

    second = StepSignature.objects.filter(withdrawn_at=None).order_by("step__number").last()
    assert second is not None
    second.signed_as = "Någon annan"
    for write in (second.save, lambda: second.save(update_fields=["signed_as"]), second.delete):
        with pytest.raises(TypeError):
            write()
    with pytest.raises(TypeError):
        first.save(update_fields=WITHDRAWAL)
    step = second.step
    step.text = "Något annat"
    with pytest.raises(TypeError):
        step.save()


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


@pytest.mark.parametrize("fate", ["restricted", "trashed", "unpublished"])
def test_body_one_may_not_see__hides_routines_and_rounds(fate: str) -> None:
    of = council()
    run = begun(of)
    client, both = client_of("coordinator"), client_of("coordinator", "dialogue")
    match fate:
        case "restricted":
            restrict(of, "dialogue")
        case "trashed":
            move_to_trash(of, None)
        case _:
            of.unpublish()
    begin = f"/samverkan/rutiner/{Routine.objects.get().pk}/borja/"
    for path in (path_of(run), begin, f"/samverkan/rutiner/organ/{of.pk}/"):
        assert client.get(path).status_code == 404
        assert both.get(path).status_code == (200 if fate == "restricted" else 404)
    sign(client, run, "Rektor", 1)
    assert standing(run) == []
    with clock.set_to(datetime.date(2027, 1, 1)):
        assert not list(past_due(UserFactory(roles=["coordinator"])))


def test_closed_meeting_and_closed_document__are_not_named_beside_a_round() -> None:
    file = ContentFile(b"Text", name="r.txt")
    source = get_document_model().objects.create(title="Rutin 7", file=file, audience=Audience.RESTRICTED)
    of = council(source_document=source)
    closed = meeting(of, "2026-11-02", MeetingState.PLANNED, title="Slutna mötet")
    restrict(closed, "dialogue")
    run = begun(of)
    RoutineRun.objects.filter(pk=run.pk).update(meeting=closed)
    for path in (path_of(run), f"/samverkan/rutiner/organ/{of.pk}/"):
        page = client_of("coordinator").get(path).content.decode()
        assert "Rutin 7" not in page and "Slutna" not in page
    begin = f"/samverkan/rutiner/{Routine.objects.get().pk}/borja/"
    assert "Slutna" not in client_of("coordinator").get(begin).content.decode()
    source.audience = Audience.STAFF
    source.save()
    assert "Rutin 7" in client_of("staff").get(path_of(run)).content.decode()


def test_begin__says_what_is_missing_and_keeps_what_was_typed() -> None:
    of, client = council(), client_of("coordinator")
    begin = f"/samverkan/rutiner/{Routine.objects.get(body=of).pk}/borja/"
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


@pytest.mark.parametrize("steps", ["", " \n \n", "x" * 301])
def test_routine__needs_steps_of_a_readable_length(steps: str) -> None:
    with pytest.raises(ValidationError):
        Routine(title="Uppföljning", steps=steps).full_clean(exclude=["body"])


@pytest.mark.parametrize("slug", ADDRESSES_BESIDE)
def test_slug__of_an_address_beside_the_bodies_is_refused(slug: str) -> None:
    page = body()
    page.slug = slug
    with pytest.raises(ValidationError):
        page.full_clean()


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


@pytest.mark.both_databases
def test_body__with_signed_rounds_is_not_deleted() -> None:
    of = council()
    run, client = begun(of), client_of("coordinator")
    sign(client, run, "Rektor", 1)
    # Withdrawn too: who signed and why it was taken back is kept.
    keeping.withdraw(run, UserFactory(roles=["coordinator"]), StepSignature.objects.get().pk, "Fel omgång")
    for page in (of, of.get_parent()):
        with pytest.raises(CannotBeDeletedError) as refusal:
            move_to_trash(page, None)
        assert refusal.value.messages == [str(signed_bodies.kept.reason)]
    # What lay in the trash when the step was signed stays there.
    with clock.set_to(TODAY - datetime.timedelta(days=90)):
        StepSignature.objects.all()._raw_delete("default")
        move_to_trash(of, None)
    StepSignature.objects.create(
        step=run.steps.get(number=1),
        function=Seat.objects.filter(body=of).first().function,
        signed_as="Rektor",
        signed_by=UserFactory(),
    )
    assert purge_trash() == 0
    assert TrashedPage.objects.filter(page=of.pk).exists() and BodyPage.objects.filter(pk=of.pk).exists()


def test_body__whose_rounds_nobody_signed_goes_with_them() -> None:
    of = council()
    begun(of)
    with clock.set_to(TODAY - datetime.timedelta(days=90)):
        move_to_trash(of, None)
    assert purge_trash() == 1
    assert not RoutineRun.objects.exists()
