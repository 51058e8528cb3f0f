"""The start pages show what is due first; all of it stands at an address of its own."""

import datetime
from collections.abc import Iterator

import pytest
from django.test import Client

from handslag import clock
from handslag.access.people import Person
from handslag.start.todos import Todo, TodoSource, todo_sources
from home.start.waiting import PER_PAGE, SHOWN
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db
ALL = "/att-gora/"


@pytest.fixture
def waiting() -> Iterator[list[Todo]]:
    """What a test puts in waits for everybody."""
    todos: list[Todo] = []

    def wait_for(_user: Person) -> list[Todo]:
        return todos

    todo_sources.register(TodoSource("test", wait_for))
    yield todos
    todo_sources.unregister("test")


@pytest.fixture
def reader() -> Client:
    make_site()
    client = Client()
    client.force_login(UserFactory(roles=["staff"]))
    return client


def things(number: int) -> list[Todo]:
    day = clock.today()
    return [Todo(f"Sak {n:02}", f"/sak/{n}/", day + datetime.timedelta(days=n)) for n in range(1, number + 1)]


def test_start__shows_what_is_due_first_and_leads_to_the_rest(waiting: list[Todo], reader: Client) -> None:
    waiting += reversed(things(30))
    page = reader.get("/").content.decode()
    assert f"Sak {SHOWN:02}" in page and f"Sak {SHOWN + 1:02}" not in page
    assert f'href="{ALL}"' in page and "30" in page


def test_start__needs_no_other_page_for_a_few(waiting: list[Todo], reader: Client) -> None:
    waiting += things(SHOWN)
    page = reader.get("/").content.decode()
    assert f"Sak {SHOWN:02}" in page and f'href="{ALL}"' not in page


def test_all__page_by_page_in_their_order(waiting: list[Todo], reader: Client) -> None:
    waiting += reversed(things(30))
    first, second = (reader.get(ALL, {"page": number}).content.decode() for number in (1, 2))
    assert "Sak 01" in first and f"Sak {PER_PAGE:02}" in first and f"Sak {PER_PAGE + 1:02}" not in first
    assert "Sak 30" in second and "Sak 01" not in second


def test_all__says_when_nothing_waits(reader: Client) -> None:
    page = reader.get(ALL)
    assert page.status_code == 200
    assert "task-list" not in page.content.decode() and "empty-state" in page.content.decode()
    assert Client().get(ALL).status_code == 302
