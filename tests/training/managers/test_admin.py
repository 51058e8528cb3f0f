"""The coordinator says who answers for a unit; nobody else, and no log names the person."""

import pytest
from django.core.management import call_command
from wagtail.models import ModelLogEntry

from handslag.places.models import Municipality, Unit
from tests.support.factories import UserFactory
from tests.support.occasions import client_of
from tests.support.training import catalogue
from training.managers.manager import UnitManager

pytestmark = pytest.mark.django_db
LIST = "/admin/utbildning/chefer/"
FIGURES = "/utbildning/enhet/"


def test_managers__are_kept_by_the_coordinator() -> None:
    call_command("setup_roles", verbosity=0)
    catalogue()
    place = Municipality.objects.create(name="Sjövik", code="9901")
    unit = Unit.objects.create(municipality=place, name="Strandskolan")
    manager, gone = UserFactory(name="Hedda Chef"), UserFactory(name="Nisse Slutade", is_active=False)
    for role in ("editor", "auditor", "forum"):
        assert client_of(role).get(LIST).status_code == 302, role
    coordinator = client_of("coordinator")
    form = coordinator.get(f"{LIST}new/").content.decode()
    assert "Strandskolan, Sjövik" in form and "Hedda Chef" in form and "Nisse Slutade" not in form
    chosen = {"unit": unit.pk, "person": manager.pk}
    assert client_of(person=manager).get(FIGURES).status_code == 404
    assert coordinator.post(f"{LIST}new/", {"unit": unit.pk, "person": gone.pk}).status_code == 200
    assert coordinator.post(f"{LIST}new/", chosen).status_code == 302
    assert client_of(person=manager).get(FIGURES).status_code == 200
    twice = coordinator.post(f"{LIST}new/", chosen)
    assert twice.status_code == 200 and UnitManager.objects.count() == 1
    listed = coordinator.get(LIST).content.decode()
    assert "Strandskolan" in listed and "Hedda Chef" in listed
    row = UnitManager.objects.get()
    assert coordinator.post(f"{LIST}delete/{row.pk}/").status_code == 302
    assert client_of(person=manager).get(FIGURES).status_code == 404
    assert {entry.label for entry in ModelLogEntry.objects.all()} == {"Strandskolan"}
