"""Things to do: what waits for one person, asked of every app that knows of some."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils.functional import Promise

from handslag import clock
from handslag.registry import Registry

type Person = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True)
class Todo:
    """One thing that waits. `due` None: no day is set; it comes after those that have one."""

    title: str | Promise
    url: str
    due: datetime.date | None = None
    detail: str | Promise = ""

    @property
    def is_overdue(self) -> bool:
        """Due on an earlier day; a day missed is still there the day after."""
        return self.due is not None and self.due < clock.today()


@dataclass(frozen=True)
class TodoSource:
    name: str
    waiting_for: Callable[[Person], Iterable[Todo]]
    order: int = 100


todo_sources = Registry[TodoSource]("To-do source")


def todos_for(user: Person) -> list[Todo]:
    """Everything that waits for `user`: earliest day first, then what has no day."""
    waiting = [todo for source in todo_sources for todo in source.waiting_for(user)]
    return sorted(waiting, key=lambda todo: (todo.due is None, todo.due or datetime.date.max))
