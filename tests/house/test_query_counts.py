"""How many questions a page asks the database: what opens slowly is what asks much (issue: lists, at most 15)."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from contacts.collaboration.question import OpenQuestion
from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation
from handslag.access.models import ReadLogEntry
from home.models import GuideIndexPage, NewsIndexPage
from tests.contacts.guidance.asking import asked
from tests.support.factories import GuidePageFactory, NewsPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

MOST = 15
# Seven of a page's questions are the session, the account, its roles, the site, the page's address, the page as the
# reader may see it, and all that its frame names. The rest is its own.
LISTS = {
    "/dialog/": {"medarbetare": 12, "dialog": 13, "admin": 14},
    "/samverkan/": {"medarbetare": 13, "samordnare": 13, "admin": 13},
    "/samverkan/?slag=police": {"medarbetare": 15},
    "/samverkan/fragor/": {"medarbetare": 10, "samordnare": 10},
    "/utbildning/": {"medarbetare": 13, "samordnare": 12},
    "/utbildning/mina/": {"medarbetare": 11},
    "/utbildning/enhet/": {"samordnare": 11},
    "/utbildning/ordna/": {"samordnare": 10},
    "/kontakter/": {"medarbetare": 13, "samordnare": 13},
    "/kontakter/?slag=police&vakant=on": {"medarbetare": 13},
    "/kontakter/tackning/": {"medarbetare": 9},
    "/vagledning/": {"medarbetare": 10, "forum": 9},
    "/vagledning/ko/": {"forum": 8, "admin": 9},
    "/granskning/lasning/": {"granskning": 9, "admin": 9},
    "/nyheter/": {"medarbetare": 9},
    "/guider/": {"medarbetare": 8},
    "/handlingsplan/utgavor/": {"medarbetare": 9},
    "/handlingsplan/ansvar/": {"medarbetare": 14},
    "/sok/?q=plan": {"medarbetare": 8},
}
OTHERS = {
    # The start page asks every app what waits for this person: more the more roles they hold.
    "/": {"medarbetare": 23, "samordnare": 54},
    "/guider/elev-ritar-symboler/": {"medarbetare": 8},
    "/samverkan/bra/": {"medarbetare": 15},
    "/handlingsplan/": {"medarbetare": 11},
    "/information/stodlinjer/": {"medarbetare": 7},
    "/finns-inte/": {"medarbetare": 9},
}


def questions(client: Client, address: str) -> int:
    """Of a process that has answered before. A test's own transaction adds savepoints, which a site does not ask."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def fill() -> None:
    """More than fits on a page of those lists that nobody else fills in a test of theirs."""
    places = Organisation.objects.bulk_create(
        Organisation(name=f"Förening {number}", name_key=f"förening {number}", kind="police")
        for number in range(60)
    )
    Function.objects.bulk_create(
        Function(name=f"Roll {place.pk}", name_key=f"roll {place.pk}", organisation=place) for place in places
    )
    OpenQuestion.objects.bulk_create(
        OpenQuestion(question=f"Hur {place.pk}?", asked_of=place) for place in places
    )
    ReadLogEntry.objects.bulk_create(ReadLogEntry(kind="page", object_id=place.pk) for place in places)
    news, guides = (
        model.objects.get(locale__language_code="sv") for model in (NewsIndexPage, GuideIndexPage)
    )
    for number in range(20):
        asked()
        NewsPageFactory(parent=news, slug=f"mer-{number}")
        GuidePageFactory(parent=guides, slug=f"mer-{number}")


def test_pages__ask_so_much_and_no_more_when_there_is_more() -> None:
    call_command("load_demo", verbosity=0)
    clients: dict[str, Client] = {}
    for name in {name for bounds in (LISTS | OTHERS).values() for name in bounds}:
        clients[name] = Client()
        clients[name].force_login(get_user_model().objects.get(email=f"{name}@handslag.test"))

    def measured() -> dict[tuple[str, str], int]:
        return {
            (address, name): questions(clients[name], address)
            for address, bounds in (LISTS | OTHERS).items()
            for name in bounds
        }

    bounds = {
        (address, name): most for address, people in (LISTS | OTHERS).items() for name, most in people.items()
    }
    for found in (measured(), fill() or measured()):
        assert {key: number for key, number in found.items() if number > bounds[key]} == {}
    assert max(most for people in LISTS.values() for most in people.values()) <= MOST
