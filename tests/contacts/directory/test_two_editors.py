"""Two change one row of the directory in the admin: the later one is told, keeps what was typed, and undoes nothing."""

import html
import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from contacts.organisations.organisation import FormerName
from handslag.forms.seen_in_admin import CHANGED_INTO
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory, make_site
from tests.support.helplines import helpline

pytestmark = pytest.mark.django_db


def rows(name: str, *filled: dict[str, Any], known: int = 0) -> dict[str, Any]:
    counts = {"TOTAL": len(filled), "INITIAL": known, "MIN_NUM": 0, "MAX_NUM": 1000}
    data: dict[str, Any] = {f"{name}-{key}_FORMS": count for key, count in counts.items()}
    for number, row in enumerate(filled):
        data |= {f"{name}-{number}-{key}": value for key, value in row.items()}
    return data


def opened(client: Client, address: str) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', client.get(address).content.decode())
    assert found, "the page carries what it showed"
    return html.unescape(found[1])


def coordinator() -> Client:
    client = Client()
    client.force_login(UserFactory(roles=["coordinator", "staff"]))
    return client


def cases() -> dict[str, tuple[Any, dict[str, Any], dict[str, Any], dict[str, Any], str]]:
    """Kind: the row; what all send; what the first changes, and the second; what the second is told."""
    place = function()
    person = held(place).person
    line = helpline()
    names = ("name", "number", "operator", "audience", "hours", "sort_order")
    holding = person.holdings.get()
    kept = {"id": holding.pk, "function": place.pk, "since": "2025-01-01"}
    return {
        "organisations": (
            organisation("Skolan", "school"),
            {"name": "Skolan", "kind": "school", **rows("former_names")},
            {
                "phone": "0510-10 00 00",
                "works_selective": "on",
                **rows("former_names", {"name": "Läroverket"}),
            },
            {"email": "ny@skola.test"},
            "Förebygger på selektiv nivå ”Ja”; Telefon ”0510-10 00 00”; Tidigare namn",
        ),
        "functions": (
            place,
            {"name": place.name, "organisation": place.organisation_id, **rows("former_names")},
            {"name": "Fritidsdirektör", "tasks": "Fritidsgårdar", "abolished_on": "2026-05-04"},
            {"email": "ny@fritid.test"},
            "Funktionens namn ”Fritidsdirektör”; Vad den ansvarar för ”Fritidsgårdar”; Avskaffad den ”4 maj 2026”; "
            "Tidigare namn på funktioner",
        ),
        "persons": (
            person,
            {
                "name": person.name,
                "agreed_on": "2025-01-01",
                "checked_on": person.checked_on,
                **rows("holdings", kept, known=1),
            },
            {"phone": "0510-10 00 01", **rows("holdings", {**kept, "until": "2026-01-01"}, known=1)},
            {"email": "kim@fritid.test"},
            "Telefon på arbetet ”0510-10 00 01”; Innehavare av funktioner",
        ),
        "helplines": (
            line,
            {name: getattr(line, name) for name in names},
            {"number": "08-465 004 62"},
            {"languages": "Svenska, arabiska"},
            "Nummer ”08-465 004 62”",
        ),
    }


@pytest.mark.both_databases
def test_the_later_of_two__is_told_what_changed_and_saves_nothing_until_asked_again() -> None:
    make_site()
    call_command("setup_roles", verbosity=0)
    first, second = coordinator(), coordinator()
    for kind, (row, sent, change, later, told) in cases().items():
        address = reverse(f"contacts_{kind}:edit", args=[row.pk])
        seen = opened(second, address)
        mine = {**sent, **change, "seen": opened(first, address)}
        assert first.post(address, mine).status_code == 302, kind
        # Sent twice is once: the one who sent it is not told of themselves.
        if kind in ("functions", "helplines"):
            assert first.post(address, mine).status_code == 302, kind
        answer = second.post(address, {**sent, **later, "seen": seen})
        page = html.unescape(answer.content.decode())
        assert answer.status_code == 200 and str(CHANGED_INTO) % {"changes": told} in page, kind
        ((field, typed),) = later.items()
        assert f'value="{typed}"' in page or f">{typed}<" in page, kind
        row.refresh_from_db()
        assert not getattr(row, field), kind
        again = re.search(r'name="seen" value="([^"]*)"', answer.content.decode())
        assert again
        if kind == "organisations":
            assert list(FormerName.objects.values_list("name", flat=True)) == ["Läroverket"]
        assert second.post(address, {**sent, **later, "seen": html.unescape(again[1])}).status_code == 302, (
            kind
        )
        row.refresh_from_db()
        assert getattr(row, field) == typed, kind


def test_a_form__that_somebody_made_up_the_seen_of_is_told_too() -> None:
    make_site()
    call_command("setup_roles", verbosity=0)
    line, client = helpline(), coordinator()
    names = ("name", "operator", "audience", "hours", "sort_order")
    sent = {**{name: getattr(line, name) for name in names}, "number": "08-465 004 62"}
    for seen in ("", "x", "[1]", '{"number": 1}'):
        answer = client.post(reverse("contacts_helplines:edit", args=[line.pk]), {**sent, "seen": seen})
        assert answer.status_code == 200, seen
    line.refresh_from_db()
    assert line.number == "08-465 004 61"
