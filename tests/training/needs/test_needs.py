"""What units need: who enters it, who sees it, what is decided, and that a need without course is on top."""

import datetime
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext

from handslag import clock
from handslag.places.models import Municipality, Unit
from handslag.start.todos import todos_for
from tests.support.factories import UserFactory, restrict
from tests.support.occasions import client_of
from tests.support.training import course, occasion
from training.managers.manager import UnitManager
from training.needs import acting, forms, todos
from training.needs.kinds import NeedState
from training.needs.need import TrainingNeed
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.signals import cancelled

ALL, ADD = "/utbildning/behov/", "/utbildning/behov/nytt/"


@pytest.fixture
def units(today: None) -> list[Unit]:
    place = Municipality.objects.create(name="Björkmark", code="9901")
    return [Unit.objects.create(municipality=place, name=name) for name in ("Norra skolan", "Södra skolan")]


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


def seen(client: Client, row: TrainingNeed) -> str:
    """What the page carries of the moment it was shown."""
    return str(client.get(f"{ALL}{row.pk}/").context["form"]["changed_at"].value())


def answered(client: Client, row: TrainingNeed, **said: Any) -> Any:
    return client.post(f"{ALL}{row.pk}/", {"changed_at": seen(client, row), **said})


def test_need__is_entered_for_ones_unit_and_suggested_by_its_employees(units: list[Unit]) -> None:
    north, south = units
    employee, manager = UserFactory(unit=north), UserFactory(unit=south)
    UnitManager.objects.create(unit=north, person=manager)
    coordinator, placeless = UserFactory(roles=["coordinator"]), UserFactory()
    assert entered(client_of(person=placeless), north).status_code == 404
    token = uuid.uuid4()
    for person, unit, answer in (
        (employee, north, 302), (employee, south, 422), (manager, north, 302), (manager, south, 302),
        (coordinator, south, 302),
    ):  # fmt: skip
        for _twice in range(2):
            assert entered(client_of(person=person), unit, token=token).status_code == answer
        token = uuid.uuid4()
    made = TrainingNeed.objects.order_by("pk").values_list("unit__name", "is_suggestion")
    assert list(made) == [
        ("Norra skolan", True), ("Norra skolan", False), ("Södra skolan", True), ("Södra skolan", False),
    ]  # fmt: skip
    assert entered(client_of(person=employee), north, what="Samtal 19811218-9876").status_code == 422
    seen = {
        "employee": employee, "manager": manager, "coordinator": coordinator, "placeless": placeless,
        "editor": UserFactory(roles=["editor"]), "auditor": UserFactory(roles=["auditor"]),
    }  # fmt: skip
    counts = {name: len(client_of(person=person).get(ALL).context["listed"]) for name, person in seen.items()}
    assert counts == {
        "employee": 2,
        "manager": 4,
        "coordinator": 4,
        "placeless": 0,
        "editor": 4,
        "auditor": 4,
    }
    for name, person in seen.items():
        file = client_of(person=person).get("/utbildning/export/behov.csv").content.decode("utf-8-sig")
        assert len(file.splitlines()) == counts[name] + 1


def test_need_without_course__is_on_top_and_waits_for_the_coordinator(units: list[Unit]) -> None:
    planned_course = course()
    ahead = occasion(planned_course)
    need(units[0], state=NeedState.MET)
    need(units[0], state=NeedState.PLANNED, course=planned_course, occasion=ahead)
    need(units[0], course=planned_course)
    later, now = need(units[0], urgency="later"), need(units[1], urgency="now")
    coordinator = UserFactory(roles=["coordinator"])
    client = client_of(person=coordinator)
    assert [one.pk for one, *_rest in client.get(ALL).context["listed"]][:2] == [now.pk, later.pk]
    assert [todo.url for todo in todos_for(coordinator, [todos.without])] == [
        f"{ALL}{now.pk}/", f"{ALL}{later.pk}/",
    ]  # fmt: skip
    assert not todos_for(UserFactory(roles=["editor"]), [todos.without])
    assert (
        client_of(person=UserFactory(unit=units[0], roles=["editor"])).get(f"{ALL}{now.pk}/").status_code
        == 404
    )
    answered(client, now, state="open", course=planned_course.pk)
    assert [todo.url for todo in todos_for(coordinator, [todos.without])] == [f"{ALL}{later.pk}/"]


def test_answer__says_what_belongs_to_it(units: list[Unit]) -> None:
    right, wrong = course("Rätt"), course("Fel", "conference")
    ahead, other = occasion(right), occasion(wrong)
    called_off = occasion(right, state=OccasionState.CANCELLED)
    row = need(units[0])
    client = client_of(person=UserFactory(roles=["coordinator"]))
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
        assert answered(client, row, **said).status_code == status, said
        row = TrainingNeed.objects.get()
        assert (row.state, row.course_id, row.occasion_id, row.reason) == left
    cancelled.send(sender=None, occasion=ahead)
    row.refresh_from_db()
    assert (row.state, row.course_id, row.occasion_id) == ("open", right.pk, None)


def test_answer__by_somebody_else_meanwhile_is_not_written_over(units: list[Unit]) -> None:
    row = need(units[0])
    client = client_of("coordinator")
    before = seen(client, row)
    with clock.set_to(datetime.date(2026, 3, 3)):
        answered(client_of("coordinator"), row, state="declined", reason="Ges av regionen")
    for moment in (before, "", "i går"):
        late = client.post(f"{ALL}{row.pk}/", {"state": "met", "changed_at": moment})
        row.refresh_from_db()
        assert (late.status_code, row.state) == (422, "declined")
        assert len(late.context["form"].non_field_errors()) == 1
    # Who has read that may save what was typed.
    form = late.context["form"]
    assert form["state"].value() == "met"
    sent = {"state": "met", "changed_at": form["changed_at"].value()}
    assert client.post(f"{ALL}{row.pk}/", sent).status_code == 302


def test_answer__does_not_plan_with_an_occasion_that_is_cancelled_in_the_same_moment(
    units: list[Unit], monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead, row = occasion(), need(units[0])
    form_saw_it_open = forms.AnswerForm.clean

    def cancelled_after(form: forms.AnswerForm) -> dict[str, Any]:
        cleaned = form_saw_it_open(form)
        Occasion.objects.update(state=OccasionState.CANCELLED, cancelled_because="Sjukdom")
        return cleaned

    monkeypatch.setattr(forms.AnswerForm, "clean", cancelled_after)
    late = answered(client_of("coordinator"), row, state="planned", occasion=ahead.pk)
    assert late.status_code == 422 and list(late.context["form"].errors) == ["occasion"]
    row.refresh_from_db()
    assert row.state == NeedState.OPEN


@pytest.mark.both_databases
def test_answer__holds_the_occasion_then_the_need(units: list[Unit]) -> None:
    ahead, row = occasion(), need(units[0])
    with CaptureQueriesContext(connection) as asked:
        said = {"state": "planned", "course": ahead.course, "occasion": ahead, "reason": ""}
        acting.answer(row.pk, said, row.changed_at)
    held = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"]]
    if connection.features.has_select_for_update:
        assert ["occasion" in held[0], "trainingneed" in held[1]] == [True, True]
    row.refresh_from_db()
    assert row.state == NeedState.PLANNED


def test_file__says_what_the_page_says(units: list[Unit]) -> None:
    """Only what is open waits for a course; of a course that the reader may not see nothing is told."""
    secret = course("Hemlig kurs")
    restrict(secret, "forum")
    ahead = occasion(secret, "2026-05-05 09:00")
    need(units[0], what="Öppet")
    need(units[0], what="Mött", state="met")
    need(units[0], what="Avböjt", state="declined", reason="Ges av regionen")
    need(units[0], what="Planerat", state="planned", course=secret, occasion=ahead)
    client = client_of(person=UserFactory(unit=units[0]))
    file = client.get("/utbildning/export/behov.csv").content.decode("utf-8-sig")
    told = {line[2]: (line[5], line[6]) for line in (row.split(";") for row in file.splitlines())}
    without = gettext("need without course")
    assert (
        told.items()
        >= {
            "Öppet": (without, ""),
            "Mött": ("", ""),
            "Avböjt": ("", ""),
            "Planerat": ("", ""),
        }.items()
    )
    assert "2026-05-05" not in file and "5 maj" not in client.get(ALL).content.decode()


def test_need__does_not_name_a_course_that_the_reader_may_not_see(units: list[Unit]) -> None:
    secret = course("Hemlig kurs")
    restrict(secret, "forum")
    need(units[0], course=secret)
    client = client_of(person=UserFactory(unit=units[0]))
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
