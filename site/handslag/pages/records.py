"""Records that apps keep and pages show: a page names the record, and readers see what it says today.

An app registers where its records come from. A page holds only the name of the source and a key, so that nothing of
the record is copied into pages, their revisions or the search; a site without the app shows nothing in its place.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from handslag.registry import Registry

BETWEEN = ":"


@dataclass(frozen=True)
class RecordSource:
    """`choices`: pairs of a key and what editors read. `show`: markup by key, in the active language, for readers of
    whatever audience; it answers for every key it is asked for, also those that are gone or not to be shown."""

    name: str
    title: str | Promise
    choices: Callable[[], Iterable[tuple[str, str]]]
    show: Callable[[Collection[str]], Mapping[str, str]]
    order: int = 100


record_sources = Registry[RecordSource]("Record source")


def record_name(source: str, key: object) -> str:
    return f"{source}{BETWEEN}{key}"


def record_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Grouped by source, as a list of choices shows them; a list with nothing in it says so."""
    groups = [
        (str(source.title), [(record_name(source.name, key), text) for key, text in source.choices()])
        for source in record_sources
    ]
    filled = [(title, entries) for title, entries in groups if entries]
    return filled or [(_("No register of this site holds anything yet"), [])]


class Shelf:
    """The records that one page names, asked for together when the first of them is shown."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)

    @cached_property
    def shown(self) -> dict[str, str]:
        wanted: dict[str, set[str]] = {}
        for name in self._names:
            source, _between, key = name.partition(BETWEEN)
            if source in record_sources and key:
                wanted.setdefault(source, set()).add(key)
        return {
            record_name(source, key): markup
            for source, keys in wanted.items()
            for key, markup in record_sources.get(source).show(keys).items()
        }
