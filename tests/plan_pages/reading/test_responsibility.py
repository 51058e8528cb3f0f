"""Who does what, with who holds the function today: from the contacts, beside a text that stays as it was decided."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from contacts.demo import load_directory
from contacts.directory.models import ContactsIndexPage
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.access.audiences import Audience
from handslag.places.models import Municipality
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.series import EditionSeries
from tests.plan_pages.reading.test_reading import reader
from tests.support import plans
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory, make_site, restrict

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
ADDRESS = "/handlingsplan/ansvar/"
PLACES = (("Exempelby", "9998"), ("Provköping", "9999"))


@pytest.fixture(autouse=True)
def plan() -> None:
    make_site()
    page = plans.plan_page()
    with clock.set_to(datetime.date(2024, 1, 1)):
        plans.adopt(page, plans.document(2))


def page_of(client: Client) -> str:
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_holder__stands_by_the_plans_words_whatever_their_case() -> None:
    before = list(EditionLeaf.objects.values()), list(Edition.objects.values())
    place = function("SÄKERHETSCHEF", organisation("Trygghetsenheten"))
    held(place, "Kim Unikman")
    page = page_of(reader())
    assert f'/kontakter/organisation/{place.organisation_id}/#funktion-{place.pk}"' in page
    assert "Kim Unikman" in page and "Säkerhetschef" in page
    assert (list(EditionLeaf.objects.values()), list(Edition.objects.values())) == before


def test_an_earlier_name__leads_to_the_function_of_today_and_its_vacancy() -> None:
    place = function("Säkerhetschef", organisation("Trygghetsenheten"))
    place.name = "Trygghetsdirektör"
    place.save()
    page = page_of(reader())
    assert "Trygghetsdirektör, Trygghetsenheten" in page
    assert "status--warning" in page
    held(place, "Kim Unikman")
    assert "status--warning" not in page_of(reader())


def test_a_holder_whose_days_are_over__is_not_named() -> None:
    place = function("Säkerhetschef")
    held(place, "Kim Unikman", until=datetime.date(2025, 12, 31))
    with clock.set_to(datetime.date(2026, 1, 1)):
        page = page_of(reader())
    assert "Unikman" not in page and "status--warning" in page


def test_a_function_that_has_ended__is_a_gap_unless_its_municipality_has_another() -> None:
    ended = datetime.date(2025, 5, 4)
    one, other = (Municipality.objects.create(name=name, code=code) for name, code in PLACES)
    held(
        function("Säkerhetschef", organisation("Trygghet", municipality=one), abolished_on=ended),
        "Kim Unikman",
    )
    client = reader()
    page = page_of(client)
    assert "Har upphört: ingen har den sedan den 4 maj 2025" in page and "status--warning" in page
    assert "Unikman" not in page
    # The other municipality's does not fill this one's place.
    held(function("Säkerhetschef", organisation("Trygghet", municipality=other)), "Robin Prov")
    page = page_of(client)
    assert "Har upphört" in page and "Robin Prov" in page
    closing = organisation("Räddning", municipality=one)
    held(function("Säkerhetschef", closing), "Lo Exempel")
    page = page_of(client)
    assert "Har upphört" not in page
    # Told apart though their organisations may bear one name.
    assert "Säkerhetschef, Räddning, Exempelby" in page and "Säkerhetschef, Trygghet, Provköping" in page
    assert "Flera organisationer har en funktion med det namnet:" in page
    Organisation.objects.filter(pk=closing.pk).update(archived_on=datetime.date(2025, 6, 1))
    assert "ingen har den sedan den 1 juni 2025" in page_of(client)


def test_strangers__read_an_open_plan_and_no_names() -> None:
    EditionSeries.objects.update(audience=Audience.PUBLIC)
    held(function("Säkerhetschef"), "Kim Unikman")
    page = page_of(Client())
    assert "Säkerhetschef" in page
    assert "Unikman" not in page and "/kontakter/organisation" not in page


def test_who_may_not_read_the_directory__reads_no_holder_and_no_link_to_it() -> None:
    load_directory()
    held(function("Säkerhetschef"), "Kim Unikman")
    restrict(ContactsIndexPage.objects.get(), "forum")
    forum, coordinator = Client(), Client()
    forum.force_login(UserFactory(roles=["forum"]))
    coordinator.force_login(UserFactory(roles=["coordinator"]))
    assert "Unikman" in page_of(forum) and "/kontakter/organisation" in page_of(forum)
    for client in (reader(), coordinator):
        page = page_of(client)
        assert "Säkerhetschef" in page
        assert "Unikman" not in page and "/kontakter/organisation" not in page
    # What they may not look up is not said to be missing either.
    assert coordinator.get(ADDRESS).context["tells_missing"] is False


def test_what_the_directory_lacks__is_told_to_the_coordinator_only() -> None:
    coordinator = Client()
    coordinator.force_login(UserFactory(roles=["coordinator"]))
    assert len(page_of(coordinator)) > len(page_of(reader()))
    assert coordinator.get(ADDRESS).context["tells_missing"] is True
    assert reader().get(ADDRESS).context["tells_missing"] is False


def test_queries__do_not_grow_with_functions() -> None:
    counts = []
    client = reader()
    for number in (1, 300):
        school = organisation(f"Skola {number}")
        for count in range(number):
            held(function(f"Rektor {count}", school), f"Kim {count}")
            held(function("Säkerhetschef", organisation(f"Enhet {number} {count}")), f"Kim {count}")
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as asked:
            client.get(ADDRESS)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 15, counts
