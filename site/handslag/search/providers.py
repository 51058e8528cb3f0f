"""Where the search documents come from: every app that has something to find registers a provider."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from django.db import transaction

from handslag.registry import Registry
from handslag.search.entries import SearchEntry, write
from handslag.search.models import SearchDocument


@dataclass(frozen=True)
class SearchProvider:
    """`keys` lists everything the provider knows of; `entries` says what one thing is today, a row per language.

    `entries` answers with nothing for what is gone or not to be found. `held` keeps others from changing the thing
    between the reading and the writing (a locked row); it runs inside a transaction.
    """

    name: str
    keys: Callable[[], Iterable[str]]
    entries: Callable[[str], Iterable[SearchEntry]]
    held: Callable[[str], AbstractContextManager[None]] = lambda key: nullcontext()
    order: int = 100


providers = Registry[SearchProvider]("Search provider")


def refresh(provider_name: str, key: str) -> list[int]:
    """Make the rows of one thing true; returns their ids. Called after the thing has changed, and by `rebuild`."""
    provider = providers.get(provider_name)
    source = f"{provider.name}:{key}"
    with transaction.atomic(), provider.held(key):
        written = [write(source, entry).pk for entry in provider.entries(key)]
        SearchDocument.objects.filter(source=source).exclude(pk__in=written).delete()
    return written


def refresh_after_commit(provider_name: str, key: str) -> None:
    """A search that lags is better than a change that fails: an error is logged and the change stays."""
    transaction.on_commit(lambda: refresh(provider_name, key), robust=True)


def rebuild() -> int:
    """Make the whole table true while the site is running; returns the number of rows.

    Only rows that were there from the start are removed, so what others write meanwhile stays.
    """
    stale = set(SearchDocument.objects.values_list("pk", flat=True))
    count = 0
    for provider in providers:
        for key in provider.keys():  # noqa: SIM118 - a function of the provider, not of a dictionary
            written = refresh(provider.name, key)
            stale.difference_update(written)
            count += len(written)
    for pk in stale:
        SearchDocument.objects.filter(pk=pk).delete()
    return count
