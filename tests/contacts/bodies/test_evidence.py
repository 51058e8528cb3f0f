"""What collaboration can show for a commitment."""

import datetime
from typing import Any

import pytest

from contacts.bodies.kinds import BodyKind, MeetingKind, MeetingState
from contacts.bodies.seat import Seat
from contacts.collaboration.not_met import not_met
from handslag.evidence import Evidence, sources
from handslag.trash.moving import move_to_trash
from tests.support.bodies import body, meeting
from tests.support.contacts import function, held, organisation
from tests.support.factories import restrict

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 10, 1)


def measured(name: str, **parameters: Any) -> Evidence:
    return sources.get(name).measure(parameters, DAY)


def test_meetings_held__this_year_up_to_the_day_with_its_records() -> None:
    council, group = body(slug="bra"), body(title="Grupp", slug="gruppen", kind=BodyKind.PREPARATORY_GROUP)
    for at, state in (
        ("2025-12-31 23:30", MeetingState.HELD),
        ("2026-01-01 00:30", MeetingState.HELD),
        ("2026-10-01 23:00", MeetingState.HELD),
        ("2026-10-02 00:30", MeetingState.HELD),
        ("2026-05-05", MeetingState.CANCELLED),
    ):
        meeting(council, at, state)
    meeting(group, "2026-04-04", title="Gruppens")
    found = measured("meetings_held")
    assert (found.value, found.as_of, len(found.links)) == (2, DAY, 2)
    assert found.links[0].url.startswith("/samverkan/bra/")
    assert measured("meetings_held", body="gruppen").value == 1
    assert measured("meetings_held", body="finns-inte").value is None


def test_safety_walk__is_no_meeting_held_but_whoever_took_part_was_met() -> None:
    council = body(slug="bra")
    meeting(council, "2026-05-05")
    police = organisation("Polisen", "police")
    meeting(council, "2026-09-29", kind=MeetingKind.SAFETY_WALK, organisations=[police])
    assert measured("meetings_held").value == 1
    assert measured("days_since_contact", kind="police").value == 2
    assert not not_met(DAY).exists()


@pytest.mark.parametrize(("until", "counts"), [("2026-09-30", False), ("2026-10-01", True)])
def test_council__whose_mandate_has_ended_pulls_no_figure_down(until: str, counts: bool) -> None:
    post = function("Tjänsten")
    held(post)
    council = body(slug="bra", seats=[Seat(function=post)])
    meeting(council, "2026-05-05")
    body(
        title="Förra rådet", mandate_until=until, seats=[Seat(function=function("Annan", post.organisation))]
    )
    assert measured("meetings_held").value == (0 if counts else 1)
    assert measured("seats_filled").value == (50 if counts else 100)


def test_meetings_held__of_two_councils_the_fewest() -> None:
    busy, idle = body(slug="bra"), body(title="Brå i grannkommunen", slug="bra-grannkommunen")
    for month in range(1, 5):
        meeting(busy, f"2026-0{month}-05")
    assert measured("meetings_held").value == 0
    meeting(idle, "2026-06-05")
    assert measured("meetings_held").value == 1
    assert measured("meetings_held", body="bra").value == 4


def test_meetings_held__no_data_without_a_council() -> None:
    assert measured("meetings_held").value is None
    restrict(body(), "dialogue")
    assert measured("meetings_held").value is None


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_figures__nothing_from_below_a_page_for_certain_roles_however_far_above(closed: int) -> None:
    council = body(slug="bra", seats=[Seat(function=function())])
    meeting(council, "2026-05-05", organisations=[organisation("Polisen", "police")])
    names = ("meetings_held", "days_since_contact", "seats_filled")
    parameters = {"days_since_contact": {"kind": "police"}}
    found = [measured(name, **parameters.get(name, {})) for name in names]
    assert None not in [each.value for each in found] and all(each.links for each in found)
    # The body, the section's page, the start page.
    restrict(council.get_ancestors(inclusive=True).reverse()[closed], "dialogue")
    found = [measured(name, **parameters.get(name, {})) for name in names]
    assert [(each.value, each.links) for each in found] == [(None, ())] * 3


@pytest.mark.parametrize(
    ("at", "state", "kind", "days"),
    [
        ("2026-09-30 23:30", MeetingState.HELD, "police", 1),
        ("2026-10-01", MeetingState.HELD, "police", 0),
        ("2026-09-30", MeetingState.HELD, "school", None),
        ("2026-09-30", MeetingState.PLANNED, "police", None),
        ("2026-10-02", MeetingState.HELD, "police", None),
    ],
)
def test_days_since_contact(at: str, state: str, kind: str, days: int | None) -> None:
    meeting(
        body(), at, state, organisations=[organisation("Polisen", "police"), organisation("Två", "police")]
    )
    found = measured("days_since_contact", kind=kind)
    assert found.value == days
    assert len(found.links) == (0 if days is None else 1)


def test_days_since_contact__nothing_from_the_trash_or_of_a_restricted_body() -> None:
    police = organisation("Polisen", "police")
    move_to_trash(meeting(body(title="Ett"), "2026-09-30", organisations=[police]), None)
    closed = body(title="Två")
    meeting(closed, "2026-09-29", organisations=[police])
    restrict(closed, "dialogue")
    assert measured("days_since_contact", kind="police").value is None
    move_to_trash(body(title="Tre"), None)
    assert measured("meetings_held", body="tre").value is None


def test_days_since_contact__a_restricted_meeting_feeds_no_figure() -> None:
    restrict(meeting(body(), "2026-09-30", organisations=[organisation("Polisen", "police")]), "dialogue")
    assert measured("days_since_contact", kind="police").value is None


@pytest.mark.parametrize(
    ("seat", "holder", "share"),
    [
        ({}, {}, 50.0),
        ({}, {"until": "2026-10-01"}, 50.0),
        ({}, {"until": "2026-09-30"}, 0.0),
        ({}, {"since": "2026-10-02"}, 0.0),
        ({}, {"is_deputy": True}, 0.0),
        # Who has left the body leaves no empty seat.
        ({"until": "2026-09-30"}, {}, 0.0),
        ({"since": "2026-10-02"}, {}, 0.0),
    ],
)
def test_seats_filled__by_day(seat: dict[str, Any], holder: dict[str, Any], share: float) -> None:
    place = organisation()
    one, other = function("Rektor", place), function("Polis", place)
    held(one, **holder)
    body(seats=[Seat(function=one, **seat), Seat(function=other)])
    assert measured("seats_filled").value == share


def test_seats_filled__an_abolished_function_is_held_by_nobody() -> None:
    one = function("Rektor", abolished_on=DAY)
    held(one)
    body(seats=[Seat(function=one)])
    assert measured("seats_filled").value == 0


def test_seats_filled__no_data_without_seats() -> None:
    body()
    assert measured("seats_filled").value is None
