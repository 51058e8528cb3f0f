"""Things to do: what waits for one person, asked of every app that knows of some."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language

from handslag import clock
from handslag.access.people import Person
from handslag.registry import Registry


@dataclass(frozen=True)
class Todo:
    """One thing that waits. `due` None: no day is set; it comes after those that have one.

    `key` tells it from the source's other things and stays the same while it waits: reminders go by it. Left empty,
    the address is the key (a title may count, or be in another language). Where one address asks for different things
    one after another, the source gives a key that says which ("12 review"), or the second passes for the first and
    nobody is mailed about it.

    `page_id`: the page whose title or text the words give away. Where it is for certain roles they stay out of mails,
    which are forwarded, printed and read by others.
    """

    title: str | Promise
    url: str
    due: datetime.date | None = None
    detail: str | Promise = ""
    key: str = ""
    page_id: int | None = None

    @property
    def is_overdue(self) -> bool:
        """Due on an earlier day; a day missed is still there the day after."""
        return self.due is not None and self.due < clock.today()


@dataclass(frozen=True)
class TodoSource:
    """`people`: whom it can concern at all, as one query, where asking one by one is dear (reminders go through all
    accounts); None: it must be asked. Asking for roles is not dear, they are read at once for everybody."""

    name: str
    waiting_for: Callable[[Person], Iterable[Todo]]
    order: int = 100
    people: Callable[[], QuerySet[Any]] | None = None


todo_sources = Registry[TodoSource]("To-do source")
# More than these of one kind are one line: a file with two hundred new functions is not two hundred things to do.
MOST_SINGLE = 10


def one_by_one[M: Model](
    rows: QuerySet[M], single: Callable[[M], Todo], together: Callable[[int, M], Todo]
) -> Iterator[Todo]:
    """A line for each of `rows`, or one for all of them, which leads to their list: `together` is given how many there
    are and the first of them."""
    found = list(rows[: MOST_SINGLE + 1])
    if len(found) > MOST_SINGLE:
        yield together(rows.count(), found[0])
    else:
        yield from map(single, found)


def todos_for(user: Person, sources: Iterable[TodoSource] = todo_sources) -> list[Todo]:
    """What waits for `user` by these sources: earliest day first, then what has no day.

    Keys are whole here: with the name of the source, and the same whatever language the addresses are in.
    """
    waiting = [
        replace(todo, key=f"{source.name}: {todo.key or _without_language(todo.url)}")
        for source in sources
        for todo in source.waiting_for(user)
    ]
    return sorted(waiting, key=lambda todo: (todo.due is None, todo.due or datetime.date.max))


def _without_language(url: str) -> str:
    """`/en/beslut/7/` and `/beslut/7/` are one address."""
    prefix = f"/{get_language()}/"
    return url.removeprefix(prefix[:-1]) if url.startswith(prefix) else url
