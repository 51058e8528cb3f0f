"""Asking for a thousand people what waits for them, without a thousand times the questions of one."""

from collections.abc import Sequence
from typing import Any

from handslag.access.people import read_groups
from handslag.start.todos import TodoSource, todo_sources


class Asking:
    """Reads once for all `people` what each of them would be asked for."""

    def __init__(self, people: Sequence[Any]) -> None:
        read_groups(people)
        self._sources = [(source, _numbers(source)) for source in todo_sources]

    def sources_for(self, person: Any) -> list[TodoSource]:
        """Those that can have something for this person."""
        return [source for source, concerned in self._sources if concerned is None or person.pk in concerned]


def _numbers(source: TodoSource) -> set[int] | None:
    return None if source.people is None else set(source.people().values_list("pk", flat=True))
