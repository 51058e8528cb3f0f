"""/samverkan/: whom have we not met, and which task is idle (A1.0)."""

import datetime
import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from contacts.bodies.kinds import BodyKind, MeetingState, TaskState
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting_rows import Observation
from contacts.bodies.seat import Seat
from contacts.collaboration.overview import rows_of
from handslag import clock
from tests.support.bodies import body, collaboration, meeting
from tests.support.clients import client_of
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory, restrict
from tests.support.plans import municipality

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TODAY = datetime.date(2026, 10, 1)
WORD = "Kvastfeningshemlis"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def read(query: str = "", *roles: str) -> str:
    answer = client_of(*roles).get(f"/samverkan/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("last", "mandate_from", "interval", "due", "is_overdue"),
    [
        ("2026-07-03", None, 90, "2026-10-01", False),
        ("2026-07-02", None, 90, "2026-09-30", True),
        # The last contact counts by its local day.
        ("2026-07-03 00:15", None, 90, "2026-10-01", False),
        # Never met: from when the mandate began.
        (None, "2026-07-02", 90, "2026-09-30", True),
        ("2020-01-01", None, None, None, False),
    ],
)
def test_series__is_overdue_the_day_after_its_interval(
    last: str | None, mandate_from: str | None, interval: int | None, due: str | None, is_overdue: bool
) -> None:
    series = body(kind=BodyKind.CONTACT_SERIES, interval_days=interval, mandate_from=mandate_from)
    if last:
        meeting(series, last)
    meeting(series, "2026-09-20", MeetingState.CANCELLED)
    meeting(series, "2026-10-20", MeetingState.PLANNED)
    (row,) = rows_of([series.__class__.objects.get(pk=series.pk)], TODAY)
    assert (str(row.due) if row.due else None, row.is_overdue) == (due, is_overdue)


def test_overview__overdue_first_and_longest_first() -> None:
    fresh = body(title="A", interval_days=30)
    late, later = body(title="B", interval_days=30), body(title="C", interval_days=30)
    none = body(title="D")
    for one, day in (
        (fresh, "2026-09-25"),
        (late, "2026-08-01"),
        (later, "2026-05-01"),
        (none, "2026-01-01"),
    ):
        meeting(one, day)
    text = read()
    assert sorted("ABCD", key=lambda name: text.index(f">{name}</a>")) == list("CBAD")


@pytest.mark.parametrize(
    ("given", "last", "state", "is_idle"),
    [
        ("2025-09-30", None, TaskState.NOT_BEGUN, True),
        ("2025-10-01", None, TaskState.NOT_BEGUN, False),
        ("2024-01-01", "2025-10-01", TaskState.UNDER_WAY, False),
        ("2024-01-01", "2025-09-30", TaskState.UNDER_WAY, True),
        ("2024-01-01", None, TaskState.DONE, False),
    ],
)
def test_task__is_idle_after_more_than_a_year(
    given: str, last: str | None, state: str, is_idle: bool
) -> None:
    task = MandateTask(text="Vila-uppdraget", given_on=given, last_activity_on=last, state=state)
    body(mandate_tasks=[task])
    assert ("Vila-uppdraget" in read()) == is_idle


def test_vacant_seat__is_shown_until_somebody_holds_the_function() -> None:
    empty, filled = function("Kommunpolis"), function("Rektor", organisation("Skolan"))
    held(filled)
    held(empty, since="2026-01-01", is_deputy=True)
    body(seats=[Seat(function=empty), Seat(function=filled)])
    text = read()
    assert "Kommunpolis" in text
    assert "Rektor" not in text
    held(empty, by="Lo Exempel", since="2026-10-01")
    assert "Kommunpolis" not in read()


def test_not_met__by_kind_within_twelve_months() -> None:
    council = body()
    for name, at, state in (
        ("Mött polis", "2025-10-01", MeetingState.HELD),
        ("Glömd polis", "2025-09-30", MeetingState.HELD),
        ("Inställd polis", "2026-09-01", MeetingState.CANCELLED),
        ("Planerad polis", "2026-11-01", MeetingState.PLANNED),
    ):
        meeting(council, at, state, organisations=[organisation(name, "police")])
    organisation("Arkiverad polis", "police", archived_on="2026-01-01")
    organisation("Skolan", "school")
    text = read("?slag=police")
    for name in ("Glömd polis", "Inställd polis", "Planerad polis"):
        assert name in text
    for name in ("Mött polis", "Arkiverad polis", "Skolan"):
        assert name not in text
    assert "Skolan" in read("?slag=school")
    assert "Skolan" not in read("?slag=nonsens")


def test_restricted_body__leaves_no_trace() -> None:
    role = function(f"Funktion {WORD}", organisation(f"Org {WORD}"))
    hidden = body(
        title=WORD,
        interval_days=1,
        mandate_from="2020-01-01",
        seats=[Seat(function=role)],
        mandate_tasks=[MandateTask(text=WORD, given_on="2020-01-01")],
    )
    inside = meeting(hidden, "2026-01-01", title=f"Möte {WORD}")
    restrict(hidden, "dialogue")
    roles = ("staff", "editor", "reviewer", "steering_group", "board", "coordinator", "forum", "auditor")
    for one in roles:
        client = client_of(one)
        for path in ("/samverkan/", "/samverkan/?slag=leisure", "/samverkan/fragor/"):
            seen = client.get(path).content.decode()
            # The organisation itself is in the open directory; the body and what is below it are not.
            assert WORD not in seen.replace(f"Org {WORD}", "")
        assert client.get(hidden.url).status_code == 404
        assert client.get(inside.url).status_code == 404
    assert WORD in read("", "dialogue")


@pytest.mark.both_databases
def test_overview__asks_as_much_for_fifty_bodies_as_for_a_dozen() -> None:
    """Long lists show their beginning; all of each is there page by page."""
    index, client = collaboration(), client_of("staff")
    place = organisation("Polisen", "police")
    counts, path = [], "/samverkan/?slag=police"
    for number in range(50):
        seat = Seat(function=function(f"Funktion {number}", place))
        task = MandateTask(text=f"Uppdrag {number}", given_on="2020-01-01")
        one = body(index, title=f"Organ {number}", interval_days=10, seats=[seat], mandate_tasks=[task])
        walk = meeting(one, "2026-01-01", organisations=[place])
        Observation.objects.create(meeting=walk, text=f"Iakttagelse {number}")
        if number in {11, 49}:
            client.get(path)
            with CaptureQueriesContext(connection) as asked:
                client.get(path)
            counts.append(len(asked))
    assert counts[0] == counts[1] <= 15, [query["sql"][:300] for query in asked]
    for key, words in (("platser", "Funktion "), ("uppdrag", "Uppdrag "), ("iakttagelser", "Iakttagelse ")):
        text = client.get("/samverkan/").content.decode()
        assert text.count(words) == 10 and f"?lista={key}" in text, key
        with CaptureQueriesContext(connection) as asked:
            pages = [
                client.get(f"/samverkan/?lista={key}&page={number}").content.decode() for number in (1, 2)
            ]
        assert len(asked) <= 32
        found = {number for text in pages for number in range(50) if re.search(rf"{words}{number}\b", text)}
        assert found == set(range(50)), key
        assert f'href="?lista={key}#' not in pages[0]


def test_bodies__of_the_own_municipality_come_first() -> None:
    own, other = municipality(), municipality("9902", "Grannkommunen")
    body(title="Aa i grannkommunen", slug="a", municipality=other)
    body(title="Bb hos oss", slug="b", municipality=own)
    body(title="Cc gemensamt", slug="c")
    client = Client()
    client.force_login(UserFactory(municipality=own))
    rows = client.get("/samverkan/").context["rows"]
    assert [row.body.title[:2] for row in rows] == ["Bb", "Aa", "Cc"]
    assert [row.body.title[:2] for row in client_of("staff").get("/samverkan/").context["rows"]] == [
        "Aa",
        "Bb",
        "Cc",
    ]
