"""What a person sees of their own training, what they enter, and who confirms it."""

import datetime
import uuid
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from handslag import clock
from handslag.places.models import Municipality, Unit
from handslag.start.todos import todos_for
from tests.support.factories import UserFactory, restrict
from tests.support.occasions import client_of, local
from tests.support.training import DAY, catalogue, course, occasion, registration
from training.catalogue.kinds import CourseKind
from training.catalogue.months import add_months
from training.competence import todos
from training.competence.earlier import EarlierTraining
from training.competence.kinds import EarlierState
from training.competence.learned import Validity
from training.competence.validity import earliest_still_valid
from training.managers.manager import UnitManager

OWN, CONFIRM = "/utbildning/kompetens/", "/utbildning/kompetens/bekrafta/"


@pytest.fixture
def unit(today: None) -> Unit:
    place = Municipality.objects.create(name="Björkmark", code="9901")
    return Unit.objects.create(municipality=place, name="Norra skolan")


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2050, 12, 31)), st.integers(1, 120))
def test_validity__begins_on_the_first_day_that_still_holds(day: datetime.date, months: int) -> None:
    first = earliest_still_valid(day, months)
    assert add_months(first, months) >= day > add_months(first - datetime.timedelta(days=1), months)


@pytest.mark.parametrize(
    ("ended", "waits"),
    [
        ("2024-03-01", "2026-03-01"),
        ("2024-03-02", "2026-03-02"),
        ("2024-05-01", "2026-05-01"),
        ("2024-05-02", ""),
    ],
)
def test_refreshing__waits_from_sixty_days_before(unit: Unit, ended: str, waits: str) -> None:
    person = UserFactory(unit=unit)
    registration(occasion(course(valid_months=24), f"{ended} 09:00"), person)
    found = todos_for(person, [todos.refreshing])
    assert [str(todo.due) for todo in found] == ([waits] if waits else [])
    assert person in todos.who_has_learned()
    page = client_of(person=person).get(OWN)
    assert [str(one.until) for one in page.context["refresh"]] == ([waits] if waits else [])


def test_refreshing__is_over_when_something_newer_of_the_kind_holds(unit: Unit) -> None:
    person = UserFactory(unit=unit)
    old = course("Grundkurs", valid_months=24)
    registration(occasion(old, "2023-05-01 09:00"), person)
    assert len(todos_for(person, [todos.refreshing])) == 1
    registration(occasion(course("Fördjupning"), "2025-05-01 09:00"), person)
    assert not todos_for(person, [todos.refreshing])
    registration(
        occasion(course("Samtal", CourseKind.CONVERSATION_METHOD, valid_months=1), "2025-05-01 09:00"), person
    )
    assert len(todos_for(person, [todos.refreshing])) == 1


def test_learned__is_what_has_been_held_to_its_end(unit: Unit) -> None:
    """As the certificate has it: not on the first of two days. The unit's figures count by the same words."""
    person = UserFactory(unit=unit)
    registration(occasion(course(), "2026-03-02 09:00", hours=30), person)

    def learned(moment: str) -> tuple[int, bool]:
        with clock.set_to(local(moment)):
            shown = client_of(person=person).get(OWN).context["learned"]
            people = get_user_model().objects.filter(Validity(clock.today()).people("knowledge"))
            return len(shown), people.exists()

    assert [learned(moment) for moment in ("2026-03-02 18:00", "2026-03-03 14:59", "2026-03-03 15:00")] == [
        (0, False), (0, False), (1, True),
    ]  # fmt: skip


def test_confirming__what_is_no_number_changes_nothing(unit: Unit) -> None:
    client = client_of("coordinator")
    for forged in ("9" * 5000, "9" * 25, "x", ""):
        assert client.post(CONFIRM, {"record": forged, "confirm": "1"}).status_code == 302, forged[:30]


def entered(client: Client, **changes: Any) -> Any:
    data = {
        "title": "Länets kurs",
        "kind": "knowledge",
        "held_in": "2025-09",
        "token": uuid.uuid4(),
        **changes,
    }
    return client.post(OWN, data)


def test_elsewhere__counts_when_the_manager_has_confirmed_it(unit: Unit) -> None:
    person, manager, stranger = UserFactory(unit=unit), UserFactory(unit=unit), UserFactory()
    UnitManager.objects.create(unit=unit, person=manager)
    token = uuid.uuid4()
    client = client_of(person=person)
    assert [entered(client, token=token).status_code for _twice in range(2)] == [302, 302]
    assert entered(client).status_code == 302
    row = EarlierTraining.objects.get()
    assert (row.state, row.held_in) == (EarlierState.WAITING, datetime.date(2025, 9, 1))
    assert client_of(person=stranger).get(CONFIRM).status_code == 404
    assert not todos_for(stranger, [todos.confirming]) and len(todos_for(manager, [todos.confirming])) == 1
    assert manager in todos.who_confirms() and stranger not in todos.who_confirms()
    entered(client_of(person=manager))
    assert list(client_of(person=manager).get(CONFIRM).context["waiting"]) == [row]
    own = EarlierTraining.objects.get(person=manager)
    client_of(person=manager).post(CONFIRM, {"record": own.pk, "confirm": "1"})
    client_of(person=manager).post(CONFIRM, {"record": row.pk, "confirm": "1"})
    client_of(person=manager).post(CONFIRM, {"record": row.pk, "decline": "1"})
    row.refresh_from_db()
    own.refresh_from_db()
    assert (row.state, row.decided_by, row.decided_on) == (EarlierState.CONFIRMED, manager, DAY)
    assert own.state == EarlierState.WAITING
    client_of(person=stranger).post(f"{OWN}{row.pk}/ta-bort/")
    assert EarlierTraining.objects.filter(pk=row.pk).exists()
    client.post(f"{OWN}{row.pk}/ta-bort/")
    assert not EarlierTraining.objects.filter(pk=row.pk).exists()


def earlier(person: Any, held_in: str, number: int = 0, state: str = "confirmed") -> EarlierTraining:
    return EarlierTraining.objects.create(
        person=person, kind="knowledge", title=f"Länets kurs {number}", held_in=held_in, state=state,
        decided_on=None if state == "waiting" else DAY,
    )  # fmt: skip


@pytest.mark.parametrize(("months", "until"), [(24, "2026-03-31"), (12, "2025-03-31")])
def test_elsewhere__holds_from_the_end_of_its_month(
    unit: Unit, settings: Any, months: int, until: str
) -> None:
    settings.TRAINING_EARLIER_MONTHS = months
    person = UserFactory(unit=unit)
    earlier(person, "2024-03-01")
    page = client_of(person=person).get(OWN)
    assert [str(one.until) for one, _url in page.context["learned"]] == [until]
    assert f"{months} " in page.content.decode().split('id="elsewhere"')[1].split("<form")[0]
    english = client_of(person=person).get(f"/en{OWN}").content.decode()
    assert f"holds for {months} months" in english and "While it waits they see your name" in english
    last = datetime.date.fromisoformat(until)
    told = [
        get_user_model().objects.filter(Validity(day).people("knowledge")).exists()
        for day in (last, last + datetime.timedelta(days=1))
    ]
    assert told == [True, False]


def test_confirming__tells_how_many_more_wait(unit: Unit) -> None:
    person = UserFactory(unit=unit)
    for number in range(102):
        earlier(person, "2025-09-01", number, "waiting")
    page = client_of("coordinator").get(CONFIRM)
    assert (len(page.context["waiting"]), page.context["more"]) == (100, 2)
    assert "<p>2 " in page.content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"title": "Kurs 19811218-9876"},
        {"kind": "conference"},
        {"held_in": "2026-04"},
        {"held_in": "2025-13"},
        {"held_in": "i höstas"},
    ],
)
def test_elsewhere__says_what_is_wrong_and_keeps_what_was_typed(unit: Unit, changes: dict[str, str]) -> None:
    page = entered(client_of(person=UserFactory(unit=unit)), **changes)
    assert page.status_code == 422 and not EarlierTraining.objects.exists()
    assert list(page.context["form"].errors) == [*changes]
    assert page.context["form"]["held_in"].value() == changes.get("held_in", "2025-09")


def test_everything_below_a_hidden_catalogue__is_not_there(unit: Unit) -> None:
    restrict(catalogue(), "forum")
    paths = (OWN, "/utbildning/behov/", "/utbildning/metoder/", "/utbildning/erfarenheter/",
             "/utbildning/import/", "/utbildning/export/metoder.csv")  # fmt: skip
    client = client_of(person=UserFactory(unit=unit, roles=["staff", "coordinator"]))
    assert {client.get(path).status_code for path in paths} == {404}
