"""Only held meetings count (A2.4)."""

import datetime

import pytest

from contacts.bodies.counting import Forecast, forecast, held_in, tallies
from contacts.bodies.kinds import BodyKind, MeetingKind, MeetingState
from handslag import clock
from tests.support.bodies import body, meeting
from tests.support.factories import restrict

pytestmark = pytest.mark.django_db

HELD, CANCELLED, PLANNED = MeetingState.HELD, MeetingState.CANCELLED, MeetingState.PLANNED
TODAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _today() -> object:
    with clock.set_to(TODAY):
        yield


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([], (0, 0, 0, 4)),
        # A2.4: three held and one cancelled is a warning.
        (
            [("2026-02-01", HELD), ("2026-04-01", HELD), ("2026-06-01", HELD), ("2026-08-01", CANCELLED)],
            (3, 1, 0, 1),
        ),
        (
            [("2026-02-01", HELD), ("2026-04-01", HELD), ("2026-06-01", HELD), ("2026-08-01", HELD)],
            (4, 0, 0, 0),
        ),
        # What lies ahead is a forecast and no meeting held; today is still ahead.
        ([("2026-02-01", HELD), ("2026-10-01", PLANNED), ("2026-12-31 23:30", PLANNED)], (1, 0, 2, 1)),
        # Planned, past and never said to be held.
        ([("2026-09-30", PLANNED)], (0, 0, 0, 4)),
        # New Year: local days decide, and this year's forecast does not borrow from the next.
        (
            [("2025-12-31 23:30", HELD), ("2026-01-01 00:30", HELD), ("2027-01-01 00:30", PLANNED)],
            (1, 0, 0, 3),
        ),
        ([(f"2026-0{month}-01", HELD) for month in range(1, 7)], (6, 0, 0, 0)),
    ],
)
def test_forecast__counts(meetings: list[tuple[str, str]], expected: tuple[int, ...]) -> None:
    council = body()
    for at, state in meetings:
        meeting(council, at, state)
    found = forecast(council, 2026, TODAY)
    assert (found.held, found.cancelled, found.ahead, found.missing) == expected
    assert held_in(council, 2026) == expected[0]
    assert tallies([council], TODAY)[council.pk].forecast == found


def test_forecast__of_another_year_has_that_years_meetings() -> None:
    council = body()
    meeting(council, "2025-12-31 23:30")
    meeting(council, "2026-01-01 00:30")
    assert (held_in(council, 2025), held_in(council, 2026)) == (1, 1)
    assert forecast(council, 2025, TODAY) == Forecast(2025, wanted=4, held=1)


@pytest.mark.parametrize(
    ("kind", "chosen", "wanted"),
    [
        (BodyKind.COUNCIL, None, 4),
        (BodyKind.COUNCIL, 0, 0),
        (BodyKind.COUNCIL, 6, 6),
        (BodyKind.STEERING_GROUP, None, 0),
        (BodyKind.CONTACT_SERIES, 2, 2),
    ],
)
def test_wanted__four_for_a_council_unless_somebody_says_otherwise(
    kind: str, chosen: int | None, wanted: int
) -> None:
    assert body(kind=kind, meetings_per_year=chosen).meetings_wanted == wanted


def test_tallies__each_body_has_its_own() -> None:
    first, second, third = body(title="Brå A"), body(title="Brå B"), body(title="Brå C")
    meeting(first, "2026-05-05")
    meeting(first, "2025-05-05")
    meeting(second, "2026-11-11", PLANNED)
    meeting(second, "2027-02-02", PLANNED)
    told = tallies([first, second, third], TODAY)
    assert str(told[first.pk].last).startswith("2026-05-04 22:00")
    assert told[first.pk].next is None
    assert str(told[second.pk].next).startswith("2026-11-10 23:00")
    assert (told[third.pk].last, told[third.pk].next) == (None, None)


@pytest.mark.parametrize("state", MeetingState.values)
def test_safety_walk__is_no_meeting_of_the_body(state: str) -> None:
    """A2.4: three held and one cancelled is a warning, whatever walks there were."""
    council = body(interval_days=30)
    for month in (2, 4, 6):
        meeting(council, f"2026-0{month}-01")
    meeting(council, "2026-08-01", CANCELLED)
    before = tallies([council], TODAY)[council.pk]
    walk = MeetingKind.SAFETY_WALK
    meeting(council, "2026-11-01" if state == PLANNED else "2026-09-20", state, kind=walk)
    assert tallies([council], TODAY)[council.pk] == before
    assert forecast(council, 2026, TODAY) == before.forecast == Forecast(2026, 4, held=3, cancelled=1)
    assert held_in(council, 2026) == 3


def test_safety_walk__long_ago_is_no_last_contact() -> None:
    council = body()
    meeting(council, "2020-01-01", kind=MeetingKind.SAFETY_WALK)
    assert tallies([council], TODAY)[council.pk].last is None


def test_counts__neither_drafts_nor_what_only_some_may_see() -> None:
    council = body()
    meeting(council, "2026-05-05").unpublish()
    restrict(meeting(council, "2026-06-06"), "dialogue")
    assert held_in(council, 2026) == 0
    assert tallies([council], TODAY)[council.pk].last is None
