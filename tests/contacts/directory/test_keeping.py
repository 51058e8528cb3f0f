"""The coordinator enters organisations, functions and persons in the admin."""

import datetime
import re
from itertools import pairwise
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from contacts.functions.function import Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.places.models import Municipality, Unit
from tests.handslag.privacy.synthetic import NUMBER, Number
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 2)


@pytest.fixture
def coordinator() -> Client:
    make_site()
    call_command("setup_roles")
    return signed_in("coordinator")


def signed_in(*roles: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=[*roles, "staff"]))
    return client


def rows(name: str, *filled: dict[str, Any], known: int = 0) -> dict[str, Any]:
    data = {
        f"{name}-TOTAL_FORMS": len(filled),
        f"{name}-INITIAL_FORMS": known,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(filled):
        data |= {f"{name}-{number}-{key}": value for key, value in row.items()}
    return data


def test_an_organisation__is_entered_with_its_former_name(coordinator: Client) -> None:
    answer = coordinator.post(
        reverse("contacts_organisations:add"),
        {
            "name": "Region Norrmark",
            "kind": "region",
            **rows("former_names", {"name": "Landstinget i Norrmark"}),
        },
    )
    assert answer.status_code == 302
    made = Organisation.objects.get(former_names__name_key="landstinget i norrmark")
    assert made.name == "Region Norrmark"


def test_an_organisation__is_archived_and_deleted_by_nobody(coordinator: Client) -> None:
    made = organisation()
    admin = Client()
    admin.force_login(UserFactory(is_superuser=True))
    for client in (coordinator, admin):
        client.post(reverse("contacts_organisations:delete", args=[made.pk]))
        page = client.get(reverse("contacts_organisations:edit", args=[made.pk])).content.decode()
        assert reverse("contacts_organisations:delete", args=[made.pk]) not in page
    data = {"name": made.name, "kind": made.kind, "archived_on": "2026-03-01", **rows("former_names")}
    coordinator.post(reverse("contacts_organisations:edit", args=[made.pk]), data)
    made.refresh_from_db()
    assert made.archived_on == datetime.date(2026, 3, 1)
    assert not Organisation.objects.current().exists()


@pytest.mark.both_databases
@pytest.mark.parametrize("chain", [("A", "B"), ("A", "B", "C")])
def test_a_part__of_its_own_part_is_refused_where_the_data_change(
    coordinator: Client, chain: tuple[str, ...]
) -> None:
    """Going up from the last one leads to the first."""
    made = [organisation(name) for name in chain]
    town = Municipality.objects.create(name="Björkmark", code="9901")
    units = [Unit.objects.create(name=name, municipality=town) for name in chain]
    for rows_of_kind in (made, units):
        for part, whole in pairwise(rows_of_kind):
            part.parent = whole
            part.save()
        rows_of_kind[-1].parent = rows_of_kind[0]
        with pytest.raises(ValidationError):
            rows_of_kind[-1].save()
    data = {"name": chain[-1], "kind": "leisure", "parent": made[0].pk, **rows("former_names")}
    page = coordinator.post(reverse("contacts_organisations:edit", args=[made[-1].pk]), data)
    assert page.status_code == 200 and "är själv en del av den här; välj" in page.content.decode()
    assert Organisation.objects.get(pk=made[-1].pk).parent is None
    made[0].email = "a@kommun.test"
    made[0].save()


def test_a_renamed_function__keeps_the_old_name(coordinator: Client) -> None:
    made = function("Landstingsdirektör")
    data = {"name": "Regiondirektör", "organisation": made.organisation_id, **rows("former_names")}
    coordinator.post(reverse("contacts_functions:edit", args=[made.pk]), data)
    made.refresh_from_db()
    assert (made.name, [row.name for row in made.former_names.all()]) == (
        "Regiondirektör",
        ["Landstingsdirektör"],
    )


def person_form(place: Function, *more: dict[str, Any], since: str = "2026-01-01") -> dict[str, Any]:
    return {
        "name": "Robin Prov",
        "agreed_on": "2026-01-01",
        "checked_on": "2026-01-01",
        **rows("holdings", {"function": place.pk, "since": since}, *more),
    }


def test_a_person__is_entered_with_a_function(coordinator: Client) -> None:
    place = function()
    page = coordinator.get(reverse("contacts_persons:add")).content.decode()
    assert re.search(rf'<optgroup label="Fritidsenheten">\s*<option value="{place.pk}">', page)
    answer = coordinator.post(reverse("contacts_persons:add"), person_form(place))
    assert answer.status_code == 302
    assert Holding.objects.get().person.name == "Robin Prov"


def test_a_person__has_agreed_before_being_listed(coordinator: Client) -> None:
    tomorrow = clock.today() + datetime.timedelta(days=1)
    for day, status in ((tomorrow, 200), (datetime.date(1, 1, 1), 200), (clock.today(), 302)):
        data = {"name": "Robin Prov", "agreed_on": day, "checked_on": TODAY, **rows("holdings")}
        assert coordinator.post(reverse("contacts_persons:add"), data).status_code == status, day
    assert ContactPerson.objects.get().agreed_on == clock.today()


def test_two_holders__are_refused_in_the_form_with_nothing_saved(coordinator: Client) -> None:
    place = function()
    held(place)
    answer = coordinator.post(reverse("contacts_persons:add"), person_form(place))
    assert answer.status_code == 200
    assert not ContactPerson.objects.filter(name="Robin Prov").exists()


def test_two_rows_of_one_form__that_overlap_are_refused_with_nothing_saved(coordinator: Client) -> None:
    place = function()
    first = {"function": place.pk, "since": "2025-06-01", "until": "2026-06-01"}
    answer = coordinator.post(reverse("contacts_persons:add"), person_form(place, first))
    assert answer.status_code == 200
    assert not ContactPerson.objects.exists()


@pytest.mark.parametrize(
    ("since", "until", "deputy", "refused"),
    [
        ("2025-06-30", None, False, True),
        ("2025-07-01", None, False, False),
        ("2024-01-01", "2024-12-31", False, False),
        ("2024-01-01", "2025-01-01", False, True),
        ("2025-02-01", "2025-03-01", False, True),
        ("2024-01-01", "2026-01-01", False, True),
        ("2025-02-01", None, True, False),
    ],
)
def test_overlapping_holders__are_refused_where_the_data_change(
    since: str, until: str | None, deputy: bool, refused: bool
) -> None:
    place = function()
    held(place, until=datetime.date(2025, 6, 30))
    fields = {"is_deputy": deputy, "until": datetime.date.fromisoformat(until) if until else None}
    if refused:
        with pytest.raises(ValidationError):
            held(place, "Robin Prov", since, **fields)
    else:
        held(place, "Robin Prov", since, **fields)
    assert Holding.objects.count() == (1 if refused else 2)


def test_a_removed_person__leaves_a_vacancy_and_no_name(coordinator: Client) -> None:
    place = function()
    person = held(place, "Kim Unikman").person
    assert not Function.objects.vacant(TODAY).exists()
    coordinator.post(reverse("contacts_persons:delete", args=[person.pk]))
    assert Function.objects.vacant(TODAY).get() == place
    assert not Holding.objects.exists()
    assert ModelLogEntry.objects.filter(action="wagtail.delete").exists()
    assert not ModelLogEntry.objects.filter(label__contains="Unikman").exists()


def test_a_deputy_alone__does_not_fill_a_function() -> None:
    place = function()
    held(place, is_deputy=True)
    assert place in Function.objects.vacant(TODAY)


@pytest.mark.parametrize("role", ["editor", "reviewer", "forum", "dialogue", "auditor"])
def test_other_roles__do_not_come_in(coordinator: Client, role: str) -> None:
    client = signed_in(role)
    for name in ("contacts_organisations", "contacts_functions", "contacts_persons"):
        assert client.get(reverse(f"{name}:index")).status_code == 302
        assert coordinator.get(reverse(f"{name}:index")).status_code == 200


BOTH = Number(datetime.date(2007, 1, 2), 345).ten
PHONES = ("070-123 45 67", "0313900621", "+46313900621", "0706000621", "+46706000621", "0046706000621", "112")


@pytest.mark.parametrize("kind", ["persons", "functions", "organisations"])
def test_phone_and_e_mail__stand_behind_the_scanner_too(coordinator: Client, kind: str) -> None:
    """The issue: "in front of every road text takes in". An honest number comes through however it is grouped."""
    at = organisation()
    data: dict[str, Any] = {
        "persons": {"name": "Robin Prov", "agreed_on": TODAY, "checked_on": TODAY, **rows("holdings")},
        "functions": {"name": "Rektor", "organisation": at.pk, **rows("former_names")},
        "organisations": {"name": "Skolan", "kind": "school", **rows("former_names")},
    }[kind]
    made = {"persons": ContactPerson, "functions": Function, "organisations": Organisation}[kind].objects
    address = reverse(f"contacts_{kind}:add")
    for field, value in (("phone", NUMBER), ("phone", BOTH), ("email", f"{NUMBER}@kommun.test")):
        page = coordinator.post(address, data | {field: value})
        assert page.status_code == 200 and value in page.content.decode()
        assert ("070-123 45 67" in page.content.decode()) is (value == BOTH)
        with pytest.raises(ValidationError):
            made.model(**{field: value}).save()
    assert not made.exclude(pk=at.pk if kind == "organisations" else 0).exists()
    grouped = f"{BOTH[:3]}-{BOTH[3:6]} {BOTH[6:8]} {BOTH[8:]}"
    for number, phone in enumerate((grouped, *PHONES)):
        assert coordinator.post(address, data | {"name": f"Prov {number}", "phone": phone}).status_code == 302
    assert set(made.exclude(phone="").values_list("phone", flat=True)) == {grouped, *PHONES}


def test_lists__have_headings_in_the_language_of_the_reader(coordinator: Client) -> None:
    held(function())
    for kind, headings in (
        ("organisations", ("Uppgifterna kontrollerade", "Arkiverad")),
        ("functions", ("Avskaffad",)),
        ("persons", ("Uppgifterna kontrollerade",)),
    ):
        page = coordinator.get(reverse(f"contacts_{kind}:index")).content.decode()
        assert all(heading in page for heading in headings), kind
        assert not re.search(r">\s*(Checked|Archived|Abolished) on\s*<", page), kind
