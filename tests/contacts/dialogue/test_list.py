"""/dialog/: each reader's own list, its filters and its files."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from contacts.dialogue.entry_page import DialogueEntryPage
from handslag.access.models import ReadLogEntry
from tests.support.contacts import function, organisation
from tests.support.dialogue import dialogue_log, entry, exposure
from tests.support.factories import UserFactory, make_site, translated_home

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def log() -> Any:
    return dialogue_log(make_site())


@pytest.fixture
def client_as() -> Callable[..., Client]:
    def client(*roles: str, **fields: Any) -> Client:
        made = Client()
        made.force_login(UserFactory(roles=roles, **fields))
        return made

    return client


def titles(client: Client, query: str = "") -> list[str]:
    return [one.title for one in client.get(f"/dialog/{query}").context["entries"]]


def choices(client: Client, field: str) -> list[str]:
    return [
        str(label) for value, label in client.get("/dialog/").context["form"].fields[field].choices if value
    ]


ADDRESSES = ("/dialog/", "/dialog/?export=csv", "/dialog/?export=xlsx", "/dialog/oppen/", "/dialog/stangd/")


@pytest.mark.parametrize("role", [None, "staff", "editor", "coordinator", "board", "auditor", "dialogue"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses__by_role_and_kind(
    log: Any, client_as: Callable[..., Client], role: str | None, address: str
) -> None:
    entry(log, organisation("Bron"), title="Oppen", slug="oppen", agreed="ordopen")
    exposure(log, organisation("Ringen"), title="Stangd", slug="stangd", agreed="ordstangt")
    client = client_as(role) if role else Client()
    response = client.get(address)
    is_hidden = address == "/dialog/stangd/" and role != "dialogue"
    assert response.status_code == (302 if role is None else 404 if is_hidden else 200)
    if role is None or is_hidden or "xlsx" in address:
        return
    body = response.content.decode()
    assert ("ordopen" in body) == (address != "/dialog/stangd/")
    assert ("ordstangt" in body) == (role == "dialogue" and address != "/dialog/oppen/")
    assert ("Ringen" in body) == (role == "dialogue" and address != "/dialog/oppen/")


def test_filters__offer_nothing_that_only_hidden_entries_have(
    log: Any, client_as: Callable[..., Client]
) -> None:
    bridge, ring = organisation("Bron"), organisation("Ringen")
    entry(log, bridge, title="Oppen", date="2026-03-02")
    exposure(log, ring, title="Stangd", date="2025-03-02")
    staff, dialogue = client_as("staff"), client_as("dialogue")
    assert (choices(staff, "organisation"), choices(staff, "ar")) == (["Bron"], ["2026"])
    assert (choices(dialogue, "organisation"), choices(dialogue, "ar")) == (
        ["Bron", "Ringen"],
        ["2026", "2025"],
    )
    assert "typ" not in staff.get("/dialog/").context["form"].fields
    assert "1" in staff.get("/dialog/").context["result"]
    hidden, unknown = (staff.get(f"/dialog/?organisation={number}") for number in (ring.pk, 987654))
    assert hidden.context["form"].errors == unknown.context["form"].errors
    assert hidden.context["form"].errors


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["C", "B", "A"]),
        ("?organisation={bridge}", ["C", "A"]),
        ("?ar=2025", ["A"]),
        ("?typ=exposure", ["C"]),
        ("?typ=consultation_support&organisation={bridge}", ["A"]),
        ("?organisation={bridge}&ar=2024", ["C", "A"]),
        ("?page=99", ["C", "B", "A"]),
    ],
)
def test_filters__narrow_the_list(
    log: Any, client_as: Callable[..., Client], query: str, expected: list[str]
) -> None:
    bridge, ring = organisation("Bron"), organisation("Ringen")
    entry(log, bridge, title="A", date="2025-05-05")
    entry(log, ring, title="B", date="2026-01-05")
    exposure(log, bridge, title="C", date="2026-02-05")
    assert titles(client_as("dialogue"), query.format(bridge=bridge.pk)) == expected


def test_list__does_not_ask_more_for_more_entries(log: Any, client_as: Callable[..., Client]) -> None:
    owner = function()
    some = [organisation(f"Förening {number}") for number in range(4)]

    def asked(client: Client, address: str = "/dialog/") -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    def fill(number: int) -> None:
        for place in range(number):
            make = exposure if place % 3 == 0 else entry
            make(
                log,
                *some[: place % 4 + 1],
                slug=f"s-{DialogueEntryPage.objects.count()}",
                follow_up_owner=owner,
            )

    clients = [client_as("staff"), client_as("dialogue"), client_as(is_superuser=True)]
    for client in clients:
        client.get("/dialog/")
    fill(30)
    few = [asked(client) for client in clients]
    # More than a page of the list, and than a hundred.
    fill(90)
    many = [asked(client) for client in clients]
    assert few == many
    assert max(many) <= 16, many


def test_list__is_for_translations_too(client_as: Callable[..., Client]) -> None:
    """An entry stands in both languages' lists until somebody translates it, and then once in each."""
    home = make_site()
    log = dialogue_log(home)
    english = log.copy_for_translation(translated_home(home, "en").locale)
    english.save_revision().publish()
    page = entry(log, title="Svensk")
    client = client_as("staff")
    assert [one.title for one in client.get(english.url).context["entries"]] == ["Svensk"]
    translation = page.copy_for_translation(english.locale)
    translation.title = "English"
    translation.save_revision().publish()
    assert [one.title for one in client.get(english.url).context["entries"]] == ["English"]
    assert titles(client) == ["Svensk"]


def test_files__hold_what_the_reader_sees_and_no_formulas(log: Any, client_as: Callable[..., Client]) -> None:
    owner = function("Samordnare")
    entry(
        log, organisation("=Bron"), title="=1+1", agreed="@SUM(A1)", follow_up_owner=owner, themes=["youth"]
    )
    exposure(log, title="Stangd", slug="stangd")
    for role, number in (("staff", 2), ("dialogue", 3)):
        client = client_as(role)
        answer = client.get("/dialog/?export=csv")
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
        assert len(rows) == number
        assert [rows[-1][1], rows[-1][2], rows[-1][6], rows[-1][8]] == [
            "'=1+1",
            "'=Bron",
            "'@SUM(A1)",
            "Samordnare",
        ]
        assert "no-store" in answer["Cache-Control"]
        sheet = load_workbook(io.BytesIO(client.get("/dialog/?export=xlsx").content)).active
        assert sheet is not None
        cells = list(sheet.iter_rows())
        assert len(cells) == number
        assert (cells[-1][1].value, cells[-1][1].data_type) == ("=1+1", "s")
    assert client.get("/dialog/?export=exe").status_code == 404
    assert len(client.get("/dialog/?export=csv&ar=2025").content.splitlines()) == number


@pytest.mark.parametrize("address", ["/dialog/", "/dialog/?export=csv", "/dialog/stangd/"])
def test_readings__of_closed_entries_are_written_down(
    log: Any, client_as: Callable[..., Client], address: str
) -> None:
    entry(log, title="Oppen", slug="oppen")
    page = exposure(log, title="Stangd", slug="stangd")
    for client, broken in ((client_as("dialogue"), False), (client_as(is_superuser=True), True)):
        ReadLogEntry.objects.all().delete()
        client.get(address)
        assert [(one.object_id, one.break_glass) for one in ReadLogEntry.objects.all()] == [(page.pk, broken)]
    ReadLogEntry.objects.all().delete()
    client_as("staff").get(address)
    assert not ReadLogEntry.objects.exists()
