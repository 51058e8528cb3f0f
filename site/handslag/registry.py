"""Named, ordered entries that apps bring; the house asks the registry and never the apps."""

from collections.abc import Iterator
from typing import Protocol


class Entry(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def order(self) -> int: ...


class Registry[E: Entry]:
    """Entries of one kind. A name may be taken once: two apps that mean the same thing is a mistake."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, E] = {}

    def register(self, entry: E) -> E:
        """Raises ValueError where the name is taken."""
        if entry.name in self._entries:
            raise ValueError(f"{self.kind} {entry.name!r} is registered twice.")
        self._entries[entry.name] = entry
        return entry

    def unregister(self, name: str) -> None:
        del self._entries[name]

    def get(self, name: str) -> E:
        return self._entries[name]

    def __iter__(self) -> Iterator[E]:
        return iter(sorted(self._entries.values(), key=lambda entry: (entry.order, entry.name)))

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __len__(self) -> int:
        return len(self._entries)
