"""What the rows of a file say together of one thing: several rows may describe it, in the same words."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any


class Described[Key: Hashable]:
    """Of each thing, the first word on each matter, and the row that said it."""

    def __init__(self) -> None:
        self._said: dict[Key, dict[str, tuple[int, Any]]] = {}

    def contradicted_by(self, key: Key, row: int, said: Mapping[str, Any]) -> int | None:
        """Keeps what is new; the row that said something else before."""
        if not said:
            return None
        before = self._said.setdefault(key, {})
        others = [
            before[name][0] for name, value in said.items() if before.get(name, (row, value))[1] != value
        ]
        for name, value in said.items():
            before.setdefault(name, (row, value))
        return min(others, default=None)

    def says(self, key: Key, name: str) -> bool:
        return name in self._said.get(key, {})

    def __iter__(self) -> Iterator[Key]:
        return iter(self._said)
