"""Bodies, meetings and safety walks as editors write them and staff read them."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from wagtail.documents import get_document_model

from contacts.bodies.body import BodyPage
from contacts.bodies.kinds import MeetingKind, MeetingState
from contacts.bodies.lapses import months_before, observation_due, open_observations, seen_bodies
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.seat import Seat
from contacts.collaboration.index import CollaborationIndexPage
from handslag import clock
from handslag.access.audiences import Audience
from handslag.access.role_setup import setup_roles
from handslag.places.models import Municipality
from tests.support.bodies import body, collaboration, meeting
from tests.support.clients import client_of
from tests.support.contacts import function, organisation
from tests.support.factories import UserFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def test_two_municipalities__each_has_its_own_council() -> None:
    councils = []
    for code, name in (("9901", "Björkmark"), ("9902", "Lillsjö")):
        place = Municipality.objects.create(code=code, name=name)
        councils.append(body(title=f"Brå {name}", municipality=place))
    meeting(councils[0], "2026-03-03", title="Vårmötet")
    reader = client_of("staff")
    assert "Vårmötet" in reader.get(councils[0].url).content.decode()
    assert "Vårmötet" not in reader.get(councils[1].url).content.decode()


def test_meeting_page__shows_minutes_to_those_who_may_read_them() -> None:
    minutes = get_document_model().objects.create(
        title="Protokoll ett", file=ContentFile(b"Text", name="p.txt"), audience=Audience.RESTRICTED
    )
    page = meeting(body(), "2026-03-03", minutes=minutes, organisations=[organisation("Polisen", "police")])
    assert "Protokoll ett" not in client_of("staff").get(page.url).content.decode()
    minutes.audience = Audience.STAFF
    minutes.save()
    text = client_of("staff").get(page.url).content.decode()
    assert "Protokoll ett" in text
    assert "Polisen" in text


@pytest.mark.parametrize(
    ("begins", "ends", "state", "is_refused"),
    [
        ("2026-10-01 11:00", "2026-10-01 11:30", MeetingState.HELD, False),
        ("2026-10-01 13:00", "2026-10-01 14:00", MeetingState.HELD, True),
        ("2026-10-02", "2026-10-02 14:00", MeetingState.CANCELLED, False),
        ("2026-10-02 14:00", "2026-10-02 14:00", MeetingState.PLANNED, True),
    ],
)
def test_meeting__what_is_refused(begins: str, ends: str, state: str, is_refused: bool) -> None:
    """The clock stands at noon."""
    page = meeting(body(), "2026-01-01")
    zone = page.starts_at.tzinfo and datetime.timezone(datetime.timedelta(hours=2))
    page.starts_at = datetime.datetime.fromisoformat(begins).replace(tzinfo=zone)
    page.ends_at = datetime.datetime.fromisoformat(ends).replace(tzinfo=zone)
    page.state = state
    if is_refused:
        with pytest.raises(ValidationError):
            page.full_clean()
    else:
        page.full_clean()


def _observed(**fields: Any) -> MeetingPage:
    row = Observation(text="Trasig lampa", **fields)
    return meeting(body(), "2026-08-02", kind=MeetingKind.SAFETY_WALK, area="Norrby", observations=[row])


def test_observation__is_open_until_handled_with_a_word() -> None:
    _observed()
    bodies = seen_bodies(UserFactory(roles=["staff"]))
    (row,) = open_observations(bodies)
    assert observation_due(row) == TODAY
    with pytest.raises(IntegrityError), transaction.atomic():
        Observation.objects.filter(pk=row.pk).update(handled_on=TODAY)
    Observation.objects.filter(pk=row.pk).update(handled_on=TODAY, how="Bytt")
    assert not open_observations(bodies)


def test_follow_up__with_a_day_needs_an_owner() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        meeting(body(), "2026-08-02", follow_ups=[MeetingFollowUp(text="Ring", due=TODAY)])
    with pytest.raises(ValidationError):
        MeetingFollowUp(text="Ring", due=TODAY).full_clean(exclude=["meeting"])


def test_person_number__is_stopped_in_rows() -> None:
    with pytest.raises(ValidationError):
        Observation(text="Sedd av 640823-3234").full_clean(exclude=["meeting"])


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-10-01", "2025-10-01"), ("2024-02-29", "2023-02-28"), ("2026-01-31", "2025-01-31")],
)
def test_months_before__a_year(day: str, expected: str) -> None:
    assert months_before(datetime.date.fromisoformat(day), 12).isoformat() == expected


def test_coordinator__writes_a_body_and_a_meeting_in_the_admin() -> None:
    index = collaboration()
    call_command("setup_roles", verbosity=0)
    client = client_of("coordinator")
    empty = {
        f"{prefix}-{name}": "0"
        for prefix in ("seats", "mandate_tasks", "routines", "comments")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    }
    answer = client.post(
        f"/admin/pages/add/contacts/bodypage/{index.pk}/",
        {"title": "Brå", "slug": "bra", "kind": "council", "mandate": "", "action-publish": "1", **empty},
    )
    assert answer.status_code == 302, answer.content.decode()[:3000]
    council = BodyPage.objects.get(slug="bra")
    rows = {
        f"{prefix}-{name}": "0"
        for prefix in ("follow_ups", "observations", "guest_papers", "comments")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    }
    rows |= {
        "observations-TOTAL_FORMS": "1",
        "observations-0-text": "Trasig lampa",
        "observations-0-ORDER": "1",
    }
    answer = client.post(
        f"/admin/pages/add/contacts/meetingpage/{council.pk}/",
        {
            "title": "Vandring", "slug": "vandring", "kind": "safety_walk", "state": "held",
            "starts_at": "2026-09-01 18:00", "area": "Norrby", "action-publish": "1", **rows,
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()[:3000]
    assert "Trasig lampa" in client.get("/samverkan/").content.decode()
    assert client.get(f"/admin/pages/{index.pk}/edit/").status_code == 200


def test_functions_of_the_same_name__are_told_apart_by_their_organisations_in_the_admin() -> None:
    places = [function("Rektor", organisation(name)) for name in ("Norrskolan", "Söderskolan")]
    old = function("Kurator", organisation("Gamla skolan", archived_on=TODAY))
    council = body(seats=[Seat(function=old)])
    walk = meeting(council, "2026-09-01", follow_ups=[MeetingFollowUp(text="Ring", function=old)])
    call_command("setup_roles", verbosity=0)
    client = client_of("coordinator")
    for page in (council, walk):
        form = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        for place in (*places, old):
            group = rf'<optgroup label="{place.organisation.name}">\s*<option value="{place.pk}"'
            assert re.search(group, form), (page, place)


def test_years_typed_wrongly__come_back_to_the_form() -> None:
    council = body(interval_days=90)
    call_command("setup_roles", verbosity=0)
    client = client_of("coordinator")
    rows = {
        f"{prefix}-{name}": "0"
        for prefix in (
            "seats",
            "mandate_tasks",
            "routines",
            "follow_ups",
            "observations",
            "guest_papers",
            "comments",
        )
        for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    }
    for at in ("0001-01-01 00:00", "9999-12-31 23:59"):
        meeting_form = {"title": "M", "slug": "m", "kind": "meeting", "state": "planned", "starts_at": at}
        body_form = {"title": "B", "slug": "bra", "kind": "council", "mandate_from": at[:10]}
        for address, data in (
            (f"add/contacts/meetingpage/{council.pk}/", meeting_form),
            (f"{council.pk}/edit/", body_form),
        ):
            for publish in ({}, {"action-publish": "1"}):
                answer = client.post(f"/admin/pages/{address}", {**rows, **data, **publish})
                assert answer.status_code == 200 and "mellan åren 1900 och 2199" in answer.content.decode(), (
                    address
                )
    assert not MeetingPage.objects.exists()


def test_a_meeting_over_two_days__shows_both() -> None:
    ends = datetime.datetime(2026, 9, 2, 10, tzinfo=datetime.UTC)
    council = body()
    page = meeting(council, "2026-09-01 18:00", ends_at=ends)
    client = client_of("staff")
    assert "1 september 2026 18:00 – 2 september 2026 12:00" in client.get(page.url).content.decode()
    assert "1 september 2026 – 2 september 2026 ·" in client.get(council.url).content.decode()
    MeetingPage.objects.update(ends_at=datetime.datetime(2026, 9, 1, 18, tzinfo=datetime.UTC))
    assert "1 september 2026 18:00–20:00" in client.get(page.url).content.decode()
    assert "1 september 2026 ·" in client.get(council.url).content.decode()


def test_slug_of_the_section__can_be_kept_although_an_address_lies_below_it() -> None:
    page = CollaborationIndexPage.objects.get(pk=collaboration().pk)
    page.full_clean()
    setup_roles()
