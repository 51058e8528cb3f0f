"""Things to do that a test says itself, instead of those that the apps know of."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from handslag.access.viewer import current_viewer
from handslag.start.todos import Todo, TodoSource, todo_sources


class Waiting:
    """`waiting[person] = [...]` is what stands on the person's start page."""

    def __init__(self) -> None:
        self._things: dict[int, list[Todo]] = {}
        self.broken_for: set[int] = set()

    def __setitem__(self, person: Any, things: Iterable[Todo]) -> None:
        self._things[person.pk] = list(things)

    def __call__(self, person: Any) -> list[Todo]:
        if person.pk in self.broken_for:
            raise LookupError("Vera Test has no row.")
        assert current_viewer() == person, "what waits is asked for as the person would see it"
        return self._things.get(person.pk, [])


@contextmanager
def only_what_waits() -> Iterator[Waiting]:
    waiting = Waiting()
    with patch.object(todo_sources, "_entries", {}):
        todo_sources.register(TodoSource("test", waiting))
        yield waiting
