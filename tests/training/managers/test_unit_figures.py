"""What two pages tell of units, taken together, tells nothing of a handful of people."""

import pytest

from handslag.places.models import Municipality, Unit
from tests.support.factories import UserFactory
from tests.support.occasions import client_of
from tests.support.training import occasion, registration
from training.managers.manager import UnitManager

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


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
    assert competence == {"Barn och utbildning": "9", "Lilla skolan": "–"}
    assert places == {"Barn och utbildning": [["9", "0", "0"]]}
    assert page.context["hidden"] == 1
