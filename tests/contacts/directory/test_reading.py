"""The directory as people with an account read it."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from contacts.demo import load_directory
from contacts.directory.coverage import matrix
from contacts.directory.models import ContactsIndexPage
from contacts.functions.function import FormerFunctionName
from contacts.functions.named import functions_named, unknown_functions
from contacts.organisations.organisation import FormerName, Organisation
from handslag import clock
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule, ReadLogEntry
from handslag.places.models import Municipality
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory, make_site
from tests.support.once import anew, once

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]

ROLES = (
    "staff", "editor", "reviewer", "steering_group", "board", "board_secretary", "coordinator", "forum",
    "dialogue", "auditor",
)  # fmt: skip
MOST = 15


def build() -> None:
    make_site()
    call_command("setup_roles")
    load_directory()


loaded = once(build)


@pytest.fixture(autouse=True)
def site(loaded: None) -> None:
    anew(loaded)


def reader(*roles: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=roles))
    return client


def listed(query: str = "", client: Client | None = None) -> list[str]:
    response = (client or reader()).get(f"/kontakter/{query}")
    assert response.status_code == 200
    return [row.organisation.name for row in response.context["rows"]]


def test_everyone_with_an_account__reads_who_holds_what() -> None:
    place = function("Fritidschef")
    held(place, "Kim Unikman")
    for role in ROLES:
        client = reader(role)
        assert b"Kim Unikman" in client.get("/kontakter/").content
        assert b"Kim Unikman" in client.get(f"/kontakter/organisation/{place.organisation_id}/").content


def test_strangers__get_nothing_of_it_even_where_the_page_was_opened() -> None:
    place = function("Fritidschef")
    held(place, "Kim Unikman")
    addresses = [
        "/kontakter/", "/en/contacts/", f"/kontakter/organisation/{place.organisation_id}/",
        f"/kontakter/organisation/{place.organisation_id}.vcf", f"/kontakter/funktion/{place.pk}.vcf",
        "/kontakter/tackning/",
    ]  # fmt: skip
    AccessRule.objects.all().update(audience=Audience.PUBLIC)
    for address in addresses:
        answer = Client().get(address, follow=True).content.decode()
        assert "Unikman" not in answer
        assert "Fritidsenheten" not in answer


def test_a_narrowed_page__narrows_what_stands_below_it() -> None:
    place = function("Fritidschef")
    assert not ReadLogEntry.objects.exists()
    rule = AccessRule.objects.create(
        page=ContactsIndexPage.objects.get(slug="kontakter"), audience=Audience.RESTRICTED
    )
    rule.roles.add(Group.objects.get(name="forum"))
    for address in ("", f"organisation/{place.organisation_id}/", "tackning/", f"funktion/{place.pk}.vcf"):
        assert reader("staff").get(f"/kontakter/{address}").status_code == 404
        assert reader("forum").get(f"/kontakter/{address}").status_code == 200
    assert ReadLogEntry.objects.count() == 4


@pytest.mark.parametrize(
    "words", ["landsting", "LANDSTING", "regionen norr", "hälso", "HÄLSO", "åkare", "Landshövding"]
)
def test_search__finds_names_former_names_and_functions_in_any_case(words: str) -> None:
    region = organisation("Regionen Norr", "region")
    FormerName.objects.create(organisation=region, name="Norrlands läns Landsting")
    director = function("Hälsodirektör", region)
    FormerFunctionName.objects.create(function=director, name="Landshövdingens ÅKARE")
    organisation("Polisen", "police")
    assert listed(f"?q={words}") == ["Regionen Norr"]


def test_filters__stand_in_the_address_and_narrow() -> None:
    north = Municipality.objects.create(name="Norra", code="9998")
    south = Municipality.objects.create(name="Södra", code="9999")
    organisation("Polisen", "police", works_indicated=True)
    organisation("Norra skolan", "school", municipality=north, works_universal=True)
    vacant = organisation("Södra skolan", "school", municipality=south)
    function("Rektor", vacant)
    held(function("Kurator", vacant))
    assert listed("?slag=school") == ["Norra skolan", "Södra skolan"]
    assert listed("?niva=universal") == ["Norra skolan"]
    assert listed("?kommun=9998") == ["Norra skolan", "Polisen"]
    assert listed("?vakant=on") == ["Södra skolan"]
    assert listed("?slag=nonsense&kommun=1&page=99") == ["Norra skolan", "Polisen", "Södra skolan"]
    row = reader().get("/kontakter/?vakant=on").context["rows"][0]
    assert [(one.function.name, one.is_vacant) for one in row.functions] == [("Rektor", True)]


def test_a_vacancy__is_seen_and_ends_with_its_day() -> None:
    place = function("Fritidschef")
    held(place, "Kim Unikman", "2025-01-01", until=datetime.date(2026, 2, 27))
    address = f"/kontakter/organisation/{place.organisation_id}/"
    for day, there in ((datetime.date(2026, 2, 27), True), (datetime.date(2026, 2, 28), False)):
        with clock.set_to(day):
            response = reader().get(address)
        assert (b"Unikman" in response.content) is there
        assert response.context["row"].functions[0].is_vacant is not there


def test_cards__hold_the_function_and_no_person() -> None:
    place = function("Chef; fritid", organisation("Fritid, Norr", phone="031-390 06 21"), tasks="Ett\nTvå")
    held(place, "Kim Unikman")
    card = reader().get(f"/kontakter/funktion/{place.pk}.vcf")
    lines = card.content.decode().split("\r\n")
    assert card["Content-Type"].startswith("text/vcard")
    assert "FN:Chef\\; fritid\\, Fritid\\, Norr" in lines
    assert "TEL;TYPE=WORK:031-390 06 21" in lines
    assert "NOTE:Ett\\nTvå" in lines
    assert "Unikman" not in card.content.decode()
    whole = reader().get(f"/kontakter/organisation/{place.organisation_id}.vcf").content
    assert all(len(line) <= 75 for line in whole.split(b"\r\n"))


def test_coverage__shows_a_gap_when_leisure_is_taken_out() -> None:
    levels = {"works_universal": True, "works_selective": True, "works_indicated": True}
    for kind in ("school", "social_services", "security", "police"):
        organisation(kind, kind, **levels)
    leisure = organisation("leisure", "leisure", **levels)
    assert reader().get("/kontakter/tackning/").context["gaps"] == []
    leisure.archived_on = datetime.date(2026, 1, 1)
    leisure.save()
    gaps = reader().get("/kontakter/tackning/").context["gaps"]
    assert gaps == [("leisure", "universal"), ("leisure", "selective"), ("leisure", "indicated")]


@pytest.mark.parametrize(("later", "there"), [(0, True), (1, False)])
def test_what_ends_on_a_day_to_come__is_there_until_then(later: int, there: bool) -> None:
    day = datetime.date(2026, 3, 2)
    ends = day + datetime.timedelta(days=1)
    closing = organisation("Stängerby polis", "police", works_selective=True, archived_on=ends)
    inside = function("Närpolischef", closing)
    leaving = function("Avvecklingsledare", abolished_on=ends)
    renamed = function("Slutchef", leaving.organisation, abolished_on=ends)
    renamed.name = "Avslutschef"
    renamed.save()
    client, keeper = reader(), reader("coordinator")
    with clock.set_to(day + datetime.timedelta(days=later)):
        assert (closing.name in listed(client=client)) is there
        for word in ("stängerby", "avvecklingsledare", "slutchef"):
            assert bool(listed(f"?q={word}", client)) is there, word
        police = next(line for line in matrix() if line.kind == "police")
        assert police.cells[1].number == before_it(closing) + there
        page = client.get(f"/kontakter/organisation/{leaving.organisation_id}/")
        assert (leaving in [row.function for row in page.context["row"].functions]) is there
        assert (
            client.get(f"/kontakter/organisation/{closing.pk}/").context["organisation"].is_archived
            is not there
        )
        user = UserFactory()
        named = functions_named([inside.name, leaving.name], day, user)
        assert {name for name, found in named.items() if found} == {"närpolischef", "avvecklingsledare"}
        assert bool(functions_named([leaving.name], clock.today(), user)) is there
        assert (unknown_functions([leaving.name]) == []) is there
        choices = keeper.get("/admin/kontakter/personer/new/").content.decode()
        assert ("Avvecklingsledare" in choices) is there and ("Närpolischef" in choices) is there


def test_on_paper__all_that_is_found_stands_on_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    Organisation.objects.bulk_create(
        Organisation(name=f"Skola {number:02}", name_key=f"skola {number:02}", kind="school")
        for number in range(30)
    )
    client = reader()
    few, page = count_of(client, "?q=skola"), read("?q=skola", client)
    assert "Här står organisationerna 1–25 av 30." in page and "Skola 29" not in page
    assert 'href="?q=skola&amp;skriv-ut=1"' in page
    page = read("?q=skola&skriv-ut=1", client)
    assert "Skola 00" in page and "Skola 29" in page and "Här står" not in page and "för utskrift" not in page
    assert count_of(client, "?q=skola&skriv-ut=1") == few <= 15
    monkeypatch.setattr("contacts.directory.list_page.MOST_PRINTED", 20)
    page = read("?q=skola&skriv-ut=1&page=2", client)
    assert "Här står organisationerna 21–30 av 30." in page and "Skola 29" in page


def read(query: str, client: Client) -> str:
    return client.get(f"/kontakter/{query}").content.decode()


def count_of(client: Client, query: str) -> int:
    listed(query, client)
    with CaptureQueriesContext(connection) as asked:
        listed(query, client)
    return len(asked)


def before_it(made: Organisation) -> int:
    others = Organisation.objects.exclude(pk=made.pk).filter(kind="police", works_selective=True)
    return others.count()


def test_no_page__asks_more_for_more_rows() -> None:
    Municipality.objects.create(name="Norra", code="9998")
    Municipality.objects.create(name="Södra", code="9999")
    client = reader("staff")
    queries: dict[str, list[int]] = {}
    for number in (10, 290):
        fill_from = organisation(f"Aktör {number}")
        fill_more = [function(f"Roll {count}", fill_from) for count in range(number)]
        assert len(fill_more) == number
        for count in range(number):
            organisation(f"Enhet {number} {count}", kind="police")
        held(fill_more[0], f"Kim {number}")
        addresses = (
            "/kontakter/",
            "/kontakter/?q=enhet&vakant=on",
            "/kontakter/tackning/",
            f"/kontakter/organisation/{fill_from.pk}/",
        )
        for position, address in enumerate(addresses):
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            queries.setdefault(str(position), []).append(len(asked))
    assert all(few == many <= MOST for few, many in queries.values()), queries
