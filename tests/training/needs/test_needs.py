"""What units need: who enters it, who sees it, what is decided, and that a need without course is on top."""

import datetime
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from handslag import clock
from handslag.places.models import Municipality, Unit
from handslag.start.todos import todos_for
from tests.support.factories import UserFactory, restrict
from tests.support.training import catalogue, course, occasion
from training.managers.manager import UnitManager
from training.needs import todos
from training.needs.kinds import NeedState
from training.needs.need import TrainingNeed
from training.occasions.kinds import OccasionState
from training.occasions.signals import cancelled

ALL, ADD = "/utbildning/behov/", "/utbildning/behov/nytt/"


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def units(db: None) -> Any:
    catalogue()
    place = Municipality.objects.create(name="Björkmark", code="9901")
    with clock.set_to(datetime.date(2026, 3, 2)):
        yield [
            Unit.objects.create(municipality=place, name=name) for name in ("Norra skolan", "Södra skolan")
        ]


def need(unit: Unit, **fields: Any) -> TrainingNeed:
    rest = {"kind": "knowledge", "what": "Känna igen symboler", "urgency": "this_year", **fields}
    return TrainingNeed.objects.create(unit=unit, **rest)


def entered(client: Client, unit: Unit, **changes: Any) -> Any:
    data = {
        "unit": unit.pk,
        "kind": "knowledge",
        "what": "Samtal om oro",
        "urgency": "now",
        "token": uuid.uuid4(),
    }
    return client.post(ADD, data | changes)


def test_need__is_entered_for_ones_unit_and_suggested_by_its_employees(units: list[Unit]) -> None:
    north, south = units
    employee, manager = UserFactory(unit=north), UserFactory(unit=south)
    UnitManager.objects.create(unit=north, person=manager)
    coordinator, placeless = UserFactory(roles=["coordinator"]), UserFactory()
    assert entered(signed_in(placeless), north).status_code == 404
    token = uuid.uuid4()
    for person, unit, answer in (
        (employee, north, 302), (employee, south, 422), (manager, north, 302), (manager, south, 302),
        (coordinator, south, 302),
    ):  # fmt: skip
        for _twice in range(2):
            assert entered(signed_in(person), unit, token=token).status_code == answer
        token = uuid.uuid4()
    made = TrainingNeed.objects.order_by("pk").values_list("unit__name", "is_suggestion")
    assert list(made) == [
        ("Norra skolan", True), ("Norra skolan", False), ("Södra skolan", True), ("Södra skolan", False),
    ]  # fmt: skip
    assert entered(signed_in(employee), north, what="Samtal 19811218-9876").status_code == 422
    seen = {
        "employee": employee, "manager": manager, "coordinator": coordinator, "placeless": placeless,
        "editor": UserFactory(roles=["editor"]), "auditor": UserFactory(roles=["auditor"]),
    }  # fmt: skip
    counts = {name: len(signed_in(person).get(ALL).context["listed"]) for name, person in seen.items()}
    assert counts == {
        "employee": 2,
        "manager": 4,
        "coordinator": 4,
        "placeless": 0,
        "editor": 4,
        "auditor": 4,
    }
    for name, person in seen.items():
        file = signed_in(person).get("/utbildning/export/behov.csv").content.decode("utf-8-sig")
        assert len(file.splitlines()) == counts[name] + 1


def test_need_without_course__is_on_top_and_waits_for_the_coordinator(units: list[Unit]) -> None:
    planned_course = course()
    ahead = occasion(planned_course)
    need(units[0], state=NeedState.MET)
    need(units[0], state=NeedState.PLANNED, course=planned_course, occasion=ahead)
    need(units[0], course=planned_course)
    later, now = need(units[0], urgency="later"), need(units[1], urgency="now")
    coordinator = UserFactory(roles=["coordinator"])
    client = signed_in(coordinator)
    assert [one.pk for one, *_rest in client.get(ALL).context["listed"]][:2] == [now.pk, later.pk]
    assert [todo.url for todo in todos_for(coordinator, [todos.without])] == [
        f"{ALL}{now.pk}/", f"{ALL}{later.pk}/",
    ]  # fmt: skip
    assert not todos_for(UserFactory(roles=["editor"]), [todos.without])
    assert signed_in(UserFactory(unit=units[0], roles=["editor"])).get(f"{ALL}{now.pk}/").status_code == 404
    client.post(f"{ALL}{now.pk}/", {"state": "open", "course": planned_course.pk})
    assert [todo.url for todo in todos_for(coordinator, [todos.without])] == [f"{ALL}{later.pk}/"]


def test_answer__says_what_belongs_to_it(units: list[Unit]) -> None:
    right, wrong = course("Rätt"), course("Fel", "conference")
    ahead, other = occasion(right), occasion(wrong)
    called_off = occasion(right, state=OccasionState.CANCELLED)
    row = need(units[0])
    client = signed_in(UserFactory(roles=["coordinator"]))
    for said, status, left in (
        ({"state": "planned"}, 422, ("open", None, None, "")),
        ({"state": "planned", "occasion": called_off.pk}, 422, ("open", None, None, "")),
        ({"state": "planned", "occasion": other.pk, "course": right.pk}, 422, ("open", None, None, "")),
        ({"state": "planned", "occasion": ahead.pk}, 302, ("planned", right.pk, ahead.pk, "")),
        ({"state": "declined"}, 422, ("planned", right.pk, ahead.pk, "")),
        (
            {"state": "declined", "reason": "Ges av regionen"},
            302,
            ("declined", None, None, "Ges av regionen"),
        ),
        ({"state": "met", "course": right.pk, "reason": "x"}, 302, ("met", right.pk, None, "")),
        ({"state": "planned", "occasion": ahead.pk}, 302, ("planned", right.pk, ahead.pk, "")),
    ):
        assert client.post(f"{ALL}{row.pk}/", said).status_code == status, said
        row = TrainingNeed.objects.get()
        assert (row.state, row.course_id, row.occasion_id, row.reason) == left
    cancelled.send(sender=None, occasion=ahead)
    row.refresh_from_db()
    assert (row.state, row.course_id, row.occasion_id) == ("open", right.pk, None)


def test_need__does_not_name_a_course_that_the_reader_may_not_see(units: list[Unit]) -> None:
    secret = course("Hemlig kurs")
    restrict(secret, "forum")
    need(units[0], course=secret)
    client = signed_in(UserFactory(unit=units[0]))
    answers = (client.get(ALL), client.get("/utbildning/export/behov.csv"))
    assert all("Hemlig" not in answer.content.decode("utf-8-sig") for answer in answers)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "fields", [{"state": "planned"}, {"state": "declined"}, {"reason": "x"}, {"what": ""}, {"kind": "x"}]
)
def test_need__that_contradicts_itself_is_refused_by_the_database(
    units: list[Unit], fields: dict[str, str]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        TrainingNeed.objects.bulk_create(
            [TrainingNeed(unit=units[0], **{"kind": "knowledge", "what": "x", "urgency": "now", **fields})]
        )
