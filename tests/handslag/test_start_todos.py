"""Things to do come from every app, earliest first, and a missed day is not lost."""

import datetime
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser

from handslag import clock
from handslag.start.todos import Todo, TodoSource, todo_sources, todos_for

DAY = datetime.date(2026, 3, 10)


@pytest.fixture
def sources() -> Iterator[None]:
    todo_sources.register(
        TodoSource("test-a", lambda user: [Todo("no day", "/a/"), Todo("late", "/b/", due=DAY)])
    )
    todo_sources.register(
        TodoSource("test-b", lambda user: [Todo("early", "/c/", due=datetime.date(2026, 3, 1))])
    )
    yield
    todo_sources.unregister("test-a")
    todo_sources.unregister("test-b")


@pytest.mark.usefixtures("sources")
def test_todos__earliest_day_first_and_no_day_last() -> None:
    assert [str(todo.title) for todo in todos_for(AnonymousUser())] == ["early", "late", "no day"]


@pytest.mark.parametrize(
    ("today", "overdue"),
    [(datetime.date(2026, 3, 9), False), (DAY, False), (datetime.date(2026, 3, 11), True)],
)
def test_todo__is_overdue_the_day_after(today: datetime.date, overdue: bool) -> None:
    with clock.set_to(today):
        assert Todo("x", "/", due=DAY).is_overdue is overdue
