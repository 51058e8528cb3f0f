"""Whoever may change municipalities and units has a page for it."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from handslag.access.roles import roles
from handslag.places.models import Municipality, Unit
from tests.support.clients import client_of
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db
KEEPERS = {"coordinator"}
NAMES = ("handslag_municipalities", "handslag_units")


@pytest.fixture(autouse=True)
def _site() -> None:
    make_site()
    call_command("setup_roles", verbosity=0)


def test_places__are_kept_by_the_coordinator_and_nobody_else() -> None:
    town = Municipality.objects.create(name="Björkmarks kommun", code="9901")
    for role in (one.name for one in roles):
        client = client_of(role, "staff")
        for name in NAMES:
            for address in (reverse(f"{name}:index"), reverse(f"{name}:add")):
                assert (client.get(address).status_code == 200) is (role in KEEPERS), (role, address)
            client.post(reverse(f"{name}:delete", args=[town.pk]))
        home = client.get("/admin/")
        if home.status_code == 200:
            shown = reverse("handslag_units:index") in home.content.decode()
            assert shown is (role in KEEPERS), role
    assert Municipality.objects.get() == town


def test_places__are_entered_with_what_belongs_together() -> None:
    client = client_of("coordinator", "staff")
    add_town, add_unit = (reverse(f"{name}:add") for name in NAMES)
    for code, status in (("12", 200), ("9901", 302), ("9902", 302)):
        answer = client.post(add_town, {"name": f"Kommun {code}", "code": code})
        assert answer.status_code == status, code
    first, second = Municipality.objects.order_by("code")
    assert client.post(add_unit, {"name": "Skolan", "municipality": first.pk}).status_code == 302
    school = Unit.objects.get()
    assert client.post(add_unit, {"name": "Skolan", "municipality": first.pk}).status_code == 200
    elsewhere = client.post(add_unit, {"name": "Fritids", "municipality": second.pk, "parent": school.pk})
    assert elsewhere.status_code == 200 and "samma kommun" in elsewhere.content.decode()
    below = {"name": "Fritids", "municipality": first.pk, "parent": school.pk}
    assert client.post(add_unit, below).status_code == 302
    circle = {"name": "Skolan", "municipality": first.pk, "parent": Unit.objects.get(name="Fritids").pk}
    assert client.post(reverse("handslag_units:edit", args=[school.pk]), circle).status_code == 200
    assert client.get(reverse("handslag_units:index")).status_code == 200
    assert list(Unit.objects.filter(parent=school).values_list("name", flat=True)) == ["Fritids"]
