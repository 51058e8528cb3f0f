"""What two pages tell of units, taken together, tells nothing of a handful of people."""

from typing import Any

import pytest

from handslag.places.models import Municipality, Unit
from tests.support.factories import UserFactory
from tests.support.occasions import client_of
from tests.support.training import occasion, registration
from training.managers.manager import UnitManager
from training.registrations.registration import Registration

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def told_of(head: Any) -> tuple[dict[str, str], dict[str, list[list[str]]], int]:
    """People per unit on the page of competence, registrations per unit, and how many units are hidden there."""
    client = client_of(person=head)
    competence = {
        row[0].lstrip("– "): row[2]["text"]
        for row in client.get("/utbildning/kompetens/enheter/").context["table"]["rows"]
    }
    page = client.get("/utbildning/enhet/")
    places = {
        table["caption"]: [[cell["text"] for cell in row[1:]] for row in table["rows"]]
        for table in page.context["tables"]
    }
    return competence, places, page.context["hidden"]


def test_figures__of_two_pages_cannot_be_subtracted_from_each_other() -> None:
    """Six in a department and three in the school below it: nine are told everywhere, and never six or three."""
    place = Municipality.objects.create(name="Björkmark", code="9901")
    department = Unit.objects.create(municipality=place, name="Barn och utbildning")
    school = Unit.objects.create(municipality=place, name="Lilla skolan", parent=department)
    held = occasion()
    for number in range(9):
        registration(held, UserFactory(unit=school if number > 5 else department), "confirmed")
    head = UserFactory()
    UnitManager.objects.create(unit=department, person=head)
    competence, places, hidden = told_of(head)
    assert competence == {"Barn och utbildning": "9", "Lilla skolan": "–"}
    assert places == {"Barn och utbildning": [["9", "0", "0"]]}
    assert hidden == 1


@pytest.mark.parametrize("gone", ["account closed", "moved", "account removed"])
def test_figures__tell_nothing_of_who_was_the_last_in_a_unit(gone: str) -> None:
    """Registered from a unit in which nobody is any more: subtracted from the department's, it would be one person."""
    place = Municipality.objects.create(name="Björkmark", code="9901")
    department = Unit.objects.create(municipality=place, name="Barn och utbildning")
    school, left = (
        Unit.objects.create(municipality=place, name=name, parent=department)
        for name in ("Stora skolan", "Tomma skolan")
    )
    held, head = occasion(), UserFactory()
    UnitManager.objects.create(unit=department, person=head)
    crowd = [UserFactory(unit=school) for _number in range(6)]
    registration(held, crowd[0], "confirmed")
    assert told_of(head)[1] == {unit.name: [["1", "0", "0"]] for unit in (department, school)}
    last = UserFactory(unit=left)
    registration(held, last, "confirmed")
    if gone == "account removed":
        Registration.objects.filter(person=last).update(person=None)
        last.delete()
    else:
        change = {"is_active": False} if gone == "account closed" else {"unit": school}
        type(last).objects.filter(pk=last.pk).update(**change)
    competence, places, hidden = told_of(head)
    people = "7" if gone == "moved" else "6"
    assert places == {"Barn och utbildning": [["2", "0", "0"]]} and hidden == 2
    assert competence == {"Barn och utbildning": people, "Stora skolan": "–", "Tomma skolan": "–"}
