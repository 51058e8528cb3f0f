"""How many questions a page asks the database: what opens slowly is what asks much (issue: lists, at most 15)."""

import uuid
from collections.abc import Iterable

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.collaboration.question import OpenQuestion
from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.access.models import ReadLogEntry
from home.models import GuideIndexPage, NewsIndexPage
from tests.contacts.guidance.asking import asked
from tests.support import many_occasions, training
from tests.support.factories import GuidePageFactory, NewsPageFactory
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

MOST = 15
GUESTS = ("medarbetare@handslag.test", "samordnare@handslag.test")
# Seven of a page's questions are the session, the account, its roles, the site, the page's address, the page as the
# reader may see it, and all that its frame names. The rest is its own.
LISTS = {
    # What an administrator reads past the rules is logged as well, with more questions.
    "/dialog/": {"medarbetare": 14, "dialog": 15},
    # Who keeps bodies sees which meetings nobody has said were held.
    "/samverkan/": {"medarbetare": 13, "samordnare": 14, "admin": 14},
    "/samverkan/?slag=police": {"medarbetare": 15},
    "/samverkan/fragor/": {"medarbetare": 10, "samordnare": 10},
    "/utbildning/": {"medarbetare": 13, "samordnare": 12},
    "/utbildning/?vy=manad": {"medarbetare": 12},
    "/utbildning/?typ=knowledge&lediga=on&manad=MONTH": {"medarbetare": 13},
    "/utbildning/COURSE/": {"medarbetare": 15, "samordnare": 15},
    "/utbildning/tillfalle/FULL/": {"medarbetare": 15, "samordnare": 15},
    "/utbildning/tillfalle/FULL/anmal/": {"medarbetare": 15, "samordnare": 15},
    "/utbildning/tillfalle/FULL/narvaro/": {"samordnare": 15},
    "/utbildning/mina/": {"medarbetare": 15, "samordnare": 15},
    "/utbildning/enhet/": {"styrgrupp": 15},
    "/utbildning/kompetens/": {"medarbetare": 15, "samordnare": 15},
    "/utbildning/kompetens/enheter/": {"samordnare": 15, "styrgrupp": 15},
    "/utbildning/kompetens/bekrafta/": {"samordnare": 15, "styrgrupp": 15},
    "/utbildning/behov/": {"medarbetare": 15, "samordnare": 15, "styrgrupp": 15},
    "/utbildning/metoder/": {"medarbetare": 15, "samordnare": 15},
    "/utbildning/erfarenheter/": {"medarbetare": 15, "forum": 15},
    "/utbildning/ordna/": {"samordnare": 15},
    "/utbildning/ordna/FULL/": {"samordnare": 15},
    "/kontakter/": {"medarbetare": 13, "samordnare": 13},
    "/kontakter/?slag=police&vakant=on": {"medarbetare": 13},
    "/kontakter/tackning/": {"medarbetare": 9},
    "/vagledning/": {"medarbetare": 10, "forum": 9},
    "/vagledning/ko/": {"forum": 8, "admin": 9},
    "/granskning/lasning/": {"granskning": 9, "admin": 9},
    "/nyheter/": {"medarbetare": 9},
    "/guider/": {"medarbetare": 8},
    "/handlingsplan/utgavor/": {"medarbetare": 9},
    "/handlingsplan/ansvar/": {"medarbetare": 15},
    "/sok/?q=plan": {"medarbetare": 8},
}
OTHERS = {
    # The start page asks every app what waits for this person: more the more roles they hold.
    # One of the coordinator's asks when bodies that have been silent for a year last met.
    "/": {"medarbetare": 23, "samordnare": 56},
    "/guider/elev-ritar-symboler/": {"medarbetare": 9},
    "/samverkan/bra/": {"medarbetare": 15},
    "/handlingsplan/": {"medarbetare": 12},
    "/information/stodlinjer/": {"medarbetare": 7},
    "/finns-inte/": {"medarbetare": 9},
}


# Sending the form of an occasion.
REGISTERING = 15


def questions(client: Client, address: str) -> int:
    """Of a process that has answered before. A test's own transaction adds savepoints, which a site does not ask."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return asked_in(queries)


def questions_of_registering(client: Client, occasions: Iterable[Occasion]) -> int:
    for occasion in occasions:
        form = {"token": uuid.uuid4(), "unit": "", "needs": "Hörslinga"}
        with CaptureQueriesContext(connection) as queries:
            assert client.post(f"/utbildning/tillfalle/{occasion.pk}/anmal/", form).status_code == 302
    return asked_in(queries)


def asked_in(queries: CaptureQueriesContext) -> int:
    return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def filled_in(address: str, places: dict[str, str]) -> str:
    for word, place in places.items():
        address = address.replace(word, place)
    return address


def full_occasion() -> Occasion:
    """Of the demo, the next one."""
    found = Occasion.objects.filter(state=OccasionState.OPEN, starts_at__gt=clock.now())
    return found.order_by("pk")[0]


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
    many_occasions.fill(full_occasion(), *get_user_model().objects.filter(email__in=GUESTS))
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

    full = full_occasion()
    month = timezone.localtime(full.starts_at).strftime("%Y-%m")
    places = {"FULL": str(full.pk), "COURSE": full.course.slug, "MONTH": month}

    def measured() -> dict[tuple[str, str], int]:
        return {
            (address, name): questions(clients[name], filled_in(address, places))
            for address, bounds in (LISTS | OTHERS).items()
            for name in bounds
        }

    bounds = {
        (address, name): most for address, people in (LISTS | OTHERS).items() for name, most in people.items()
    }
    for found in (measured(), fill() or measured()):
        assert {key: number for key, number in found.items() if number > bounds[key]} == {}
        ahead = [training.occasion(full.course) for _number in range(2)]
        asked_for = questions_of_registering(clients["medarbetare"], ahead)
        assert asked_for <= REGISTERING
    assert max(most for people in LISTS.values() for most in people.values()) <= MOST
