"""Saving, announcing and cancelling: what is kept, what is refused and who is told."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from handslag import clock
from tests.support.factories import UserFactory
from tests.support.occasions import again, english_of, local, with_days
from tests.support.training import course, occasion
from training.catalogue.kinds import CourseKind
from training.occasions import acting
from training.occasions.calendar_day import NumberedDay, numbered
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.saving import keep, spans_of
from training.occasions.signals import cancelled, moved, room_made

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = datetime.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


@pytest.fixture
def told() -> Iterator[list[tuple[str, Any]]]:
    """What others were told, in order."""
    heard: list[tuple[str, Any]] = []
    names = {moved: "moved", cancelled: "cancelled", room_made: "room_made"}

    def listen(signal: Any, **kwargs: Any) -> None:
        heard.append((names[signal], kwargs.get("before")))

    for signal in names:
        signal.connect(listen)
    yield heard
    for signal in names:
        signal.disconnect(listen)


def test_days__decide_when_it_begins_and_change_places_freely(told: list[Any]) -> None:
    row = Occasion(course=course(), capacity=5, place="Kommunhuset")
    keep(with_days(row, "2026-03-11 09:00", "2026-03-10 09:00"))
    assert (row.starts_at, row.ends_at) == (local("2026-03-10 09:00"), local("2026-03-11 12:00"))
    acting.announce(row.pk, UserFactory())
    before = spans_of(again(row))
    moved_on = with_days(again(row), "2026-03-11 09:00", "2026-03-12 09:00")
    keep(moved_on)
    assert spans_of(again(row)) == [
        (local("2026-03-11 09:00"), local("2026-03-11 12:00")),
        (local("2026-03-12 09:00"), local("2026-03-12 12:00")),
    ]
    assert told == [("moved", before)]
    assert (again(row).sequence, again(row).starts_at) == (1, local("2026-03-11 09:00"))


def test_announced__stays_somewhere() -> None:
    row = occasion(place="Kommunhuset")
    online = again(row)
    online.place, online.link = "", "https://mote.example/"
    keep(online)
    nowhere = again(row)
    nowhere.link = ""
    with override("en"), pytest.raises(ValidationError, match="needs a place, or a link"):
        keep(nowhere)
    with pytest.raises(IntegrityError, match="announced_is_somewhere"), transaction.atomic():
        Occasion.objects.filter(pk=row.pk).update(link="")
    assert again(row).link == "https://mote.example/"


@pytest.mark.parametrize(
    ("change", "sequence", "heard"),
    [
        ({"place": "Biblioteket"}, 1, ["moved"]),
        ({"link": "https://mote.example/"}, 1, ["moved"]),
        ({"capacity": 30}, 0, ["room_made"]),
        ({"capacity": 5}, 0, []),
        ({"language": "en"}, 0, []),
        ({"capacity": 30, "place": "Biblioteket"}, 1, ["moved", "room_made"]),
    ],
)
def test_change__is_told_where_calendars_or_the_queue_are_concerned(
    told: list[Any], change: dict[str, Any], sequence: int, heard: list[str]
) -> None:
    row = again(occasion(capacity=20))
    for name, value in change.items():
        setattr(row, name, value)
    keep(row)
    assert [name for name, _before in told] == heard
    assert again(row).sequence == sequence


def test_change__of_a_draft_or_of_the_past_is_told_to_nobody(told: list[Any]) -> None:
    draft = again(occasion(state=OccasionState.DRAFT))
    past = again(occasion(course("Annan", slug="annan"), "2026-02-01 09:00"))
    for row in (draft, past):
        row.place = "Biblioteket"
        keep(row)
    assert told == []
    assert (again(draft).sequence, again(past).sequence) == (0, 1)


def test_taken__is_never_put_back_by_who_read_it_before() -> None:
    row = occasion(capacity=3)
    read_before = again(row)
    Occasion.objects.filter(pk=row.pk).update(taken=F("taken") + 2)
    read_before.place = "Biblioteket"
    keep(read_before)
    assert (again(row).taken, again(row).place) == (2, "Biblioteket")
    read_before.capacity = 1
    with pytest.raises(ValidationError, match="2"):
        keep(read_before)
    assert again(row).capacity == 3


def test_announced__is_not_moved_into_the_past() -> None:
    """A year mistyped would shut every registration and tell nobody."""
    row = occasion()
    for day in ("2025-03-10 09:00", "2026-03-01 09:00"):
        with pytest.raises(ValidationError):
            keep(with_days(again(row), day))
    assert spans_of(again(row)) == spans_of(row)


def test_capacity__lowered_past_the_rules_is_still_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    row = occasion(capacity=3)
    Occasion.objects.filter(pk=row.pk).update(taken=3)
    monkeypatch.setattr("training.occasions.saving._refuse", lambda *args: None)
    late = again(row)
    late.capacity = 2
    with pytest.raises(ValidationError, match="3"):
        keep(late)
    assert again(row).capacity == 3


@pytest.mark.parametrize("days", [[], ["2026-03-10 09:00", "2026-03-10 11:00"]], ids=["none", "overlapping"])
def test_days__that_cannot_be_are_refused(days: list[str]) -> None:
    row = again(occasion())
    with pytest.raises(ValidationError):
        keep(with_days(row, *days))
    assert len(spans_of(again(row))) == 1


def test_course__is_always_the_one_in_the_first_language() -> None:
    page = course()
    english = english_of(page)
    row = with_days(Occasion(course=english, capacity=5), "2026-03-10 09:00")
    keep(row)
    assert again(row).course_id == page.pk


def test_title__of_the_course_is_a_change_for_calendars_of_what_lies_ahead() -> None:
    page = course()
    ahead, past, draft = (
        occasion(page),
        occasion(page, "2026-02-01 09:00"),
        occasion(page, "2026-04-01 09:00", state=OccasionState.DRAFT),
    )
    page.title = "Nytt namn"
    page.save_revision()
    assert again(ahead).sequence == 0
    page.save_revision().publish()
    assert [again(row).sequence for row in (ahead, past, draft)] == [1, 0, 0]
    page.summary = "Något annat"
    page.save_revision().publish()
    assert again(ahead).sequence == 1


def test_announce__asks_for_days_ahead_a_place_time_to_register_and_an_offered_course() -> None:
    new = course("Ny", slug="ny")
    there: dict[str, Any] = {"place": "Kommunhuset", "state": OccasionState.DRAFT}
    undated = Occasion.objects.create(course=course(), capacity=5, place="Kommunhuset")
    past = occasion(undated.course, "2026-02-01 09:00", **there)
    visit = course("Besök", CourseKind.STUDY_VISIT, slug="besok")
    nowhere = occasion(visit, place="", state=OccasionState.DRAFT)
    too_late = occasion(new, deadline=clock.now(), **there)
    replaced = occasion(course("Ersatt", slug="ersatt", replaced_by=new), **there)
    sentences = {undated: "without a day", past: "has passed; choose days", nowhere: "Say where it is given"}
    sentences |= {too_late: "nobody could register", replaced: "is replaced by"}
    for row, sentence in sentences.items():
        with override("en"), pytest.raises(ValidationError, match=sentence):
            acting.announce(row.pk, UserFactory())
        assert again(row).state == OccasionState.DRAFT
    good = occasion(new, deadline=clock.now() + datetime.timedelta(minutes=1), **there)
    online = occasion(new, link="https://mote.example/", state=OccasionState.DRAFT)
    for row in (good, online):
        acting.announce(row.pk, UserFactory())
        assert again(row).state == OccasionState.OPEN
    with pytest.raises(acting.MovedOnError):
        acting.announce(good.pk, UserFactory())


def test_cancel__tells_once_and_nothing_is_changed_afterwards(told: list[Any]) -> None:
    row = occasion()
    acting.cancel(row.pk, "Sjukdom", UserFactory())
    assert (again(row).state, again(row).cancelled_because, again(row).sequence) == (
        "cancelled",
        "Sjukdom",
        1,
    )
    with pytest.raises(acting.MovedOnError):
        acting.cancel(row.pk, "Igen", UserFactory())
    with pytest.raises(ValidationError):
        keep(again(row))
    assert told == [("cancelled", None)]
    past = occasion(course("Annan", slug="annan"), "2026-02-01 09:00")
    with pytest.raises(acting.MovedOnError):
        acting.cancel(past.pk, "För sent", UserFactory())


def test_clocks__a_day_over_the_night_that_changes_is_as_long_as_it_is() -> None:
    row = Occasion(course=course(), capacity=5)
    row.days.set([OccasionDay(starts_at=local("2026-03-28 22:00"), ends_at=local("2026-03-29 06:00"))])
    keep(row)
    assert row.ends_at is not None
    assert row.starts_at is not None
    assert row.ends_at - row.starts_at == datetime.timedelta(hours=7)


HOUR = st.integers(0, 12).map(lambda hour: datetime.datetime(2026, 3, 2, hour, tzinfo=datetime.UTC))


@given(st.lists(st.lists(HOUR, unique=True, max_size=5), min_size=1, max_size=6))
def test_numbers__of_days_are_never_lost_or_used_for_two(changes: list[list[datetime.datetime]]) -> None:
    told: list[NumberedDay] = []
    for days in changes:
        spans = [(day, day + datetime.timedelta(minutes=30)) for day in days]
        now = numbered(spans, told)
        assert [day.number for day in now] == list(range(1, len(now) + 1))
        assert sorted((day.starts_at, day.ends_at) for day in now if not day.is_called_off) == sorted(spans)
        known = {day.number for day in told}
        assert known <= {day.number for day in now}
        before = {day.starts_at: day.number for day in told if not day.is_called_off}
        after = {day.starts_at: day.number for day in now if not day.is_called_off}
        assert all(after[day] == before[day] for day in before.keys() & after.keys())
        # What was called off comes back as the same day or not at all.
        gone = {day.number: day.starts_at for day in told if day.is_called_off}
        assert all(gone.get(day.number, day.starts_at) == day.starts_at for day in now)
        assert numbered(spans, now) == now
        told = now
