"""Routines and rounds belong to a body: seen with it, kept with it, gone with it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.documents import get_document_model

from contacts.bodies.body import ADDRESSES_BESIDE, BodyPage
from contacts.bodies.kinds import MeetingKind, MeetingState
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.seat import Seat
from contacts.collaboration.todos import waiting_for
from contacts.routines import keeping, signed_bodies
from contacts.routines.run import RoutineRun
from contacts.routines.signature import StepSignature
from contacts.routines.todos import past_due
from handslag import clock
from handslag.access.audiences import Audience
from handslag.access.models import ReadLogEntry
from handslag.trash.models import TrashedPage
from handslag.trash.moving import CannotBeDeletedError, move_to_trash
from handslag.trash.purging import purge_trash
from tests.support.bodies import body, meeting
from tests.support.clients import client_of
from tests.support.contacts import function, organisation
from tests.support.factories import UserFactory, restrict
from tests.support.routines import TODAY, beginning_of, begun, council, path_of, sign, standing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("fate", ["restricted", "trashed"])
def test_body_one_may_not_see__hides_routines_and_rounds(fate: str) -> None:
    of = council()
    run = begun(of)
    client, both = client_of("coordinator"), client_of("coordinator", "dialogue")
    if fate == "restricted":
        restrict(of, "dialogue")
    else:
        move_to_trash(of, None)
    begin = beginning_of(of)
    for path in (path_of(run), begin, f"/samverkan/rutiner/organ/{of.pk}/"):
        assert client.get(path).status_code == 404
        assert both.get(path).status_code == (200 if fate == "restricted" else 404)
    sign(client, run, "Rektor", 1)
    assert standing(run) == []
    with clock.set_to(datetime.date(2027, 1, 1)):
        assert not list(past_due(UserFactory(roles=["coordinator"])))


@pytest.mark.parametrize("with_meetings", [False, True])
def test_unpublished_body__leaves_its_work_to_those_who_keep_it(with_meetings: bool) -> None:
    """What was signed is read, what was not can be signed and handled; nobody else learns that there was a body."""
    of = council()
    run = begun(of)
    seen = meeting(
        of,
        "2026-06-01",
        kind=MeetingKind.SAFETY_WALK,
        observations=[Observation(text="Trasig lampa")],
        follow_ups=[
            MeetingFollowUp(text="Ring", function=function("Ljus", organisation("Gatan")), due=TODAY)
        ],
    )
    keeper = client_of("coordinator")
    sign(keeper, run, "Rektor", 1)
    user = UserFactory(roles=["coordinator"])

    def work() -> list[str]:
        with clock.set_to(datetime.date(2026, 12, 1)):
            found = [*waiting_for(user), *past_due(user)]
        return sorted(todo.key for todo in found if not todo.key.startswith("meetings "))

    before = work()
    assert len(before) == 3
    admin = UserFactory(is_superuser=True)
    UnpublishPageAction(of, user=admin, include_descendants=with_meetings).execute()
    assert work() == before
    of_body = f"/samverkan/rutiner/organ/{of.pk}/"
    overview = keeper.get("/samverkan/").content.decode()
    assert of_body in overview and "Trasig lampa" in overview and f'"{of.url}"' not in overview
    assert (f"/admin/pages/{seen.pk}/edit/" in overview) == with_meetings
    assert "Våren" in keeper.get(of_body).content.decode()
    assert beginning_of(of) not in keeper.get(of_body).content.decode()
    sign(keeper, run, "Rektor", 2)
    assert standing(run) == [1, 2]
    assert keeper.get(of.url).status_code == keeper.get(beginning_of(of)).status_code == 404
    for role in ("staff", "editor", "forum", "reviewer", "auditor"):
        client = client_of(role)
        assert client.get(path_of(run)).status_code == client.get(of_body).status_code == 404, role
        told = client.get("/samverkan/").content.decode()
        assert all(words not in told for words in (of_body, "Trasig lampa", ">Brå")), role
    restrict(of, "dialogue")
    assert work() == [] and keeper.get(path_of(run)).status_code == 404


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
    begin = beginning_of(of)
    assert "Slutna" not in client_of("coordinator").get(begin).content.decode()
    source.audience = Audience.STAFF
    source.save()
    assert "Rutin 7" in client_of("staff").get(path_of(run)).content.decode()


@pytest.mark.parametrize("slug", ADDRESSES_BESIDE)
def test_slug__of_an_address_beside_the_bodies_is_refused(slug: str) -> None:
    page = body()
    page.slug = slug
    with pytest.raises(ValidationError):
        page.full_clean()


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


def test_reading__of_a_body_that_only_some_see_is_written_down_on_every_page() -> None:
    of = council()
    run, client = begun(of), client_of("coordinator", "dialogue")
    pages = [beginning_of(of), f"/samverkan/rutiner/organ/{of.pk}/", path_of(run)]
    for path in pages:
        client.get(path)
    assert not ReadLogEntry.objects.exists()
    restrict(of, "dialogue")
    for path in pages:
        ReadLogEntry.objects.all()._raw_delete("default")
        client.get(path)
        assert list(ReadLogEntry.objects.values_list("kind", "object_id")) == [("page", of.pk)], path
    ReadLogEntry.objects.all()._raw_delete("default")
    assert client.post(beginning_of(of), {"label": ""}).status_code == 422
    assert ReadLogEntry.objects.count() == 1
