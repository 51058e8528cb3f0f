"""Fixtures of tests that search: a site whose pages reach the search at once, and documents without pages."""

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction

from handslag.search.entries import SearchEntry, write
from handslag.search.models import SearchDocument
from home.models import HomePage
from tests.support.factories import make_site


@pytest.fixture
def home(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[HomePage]:
    """What waits for the transaction's end runs at once: a test's transaction never ends."""
    monkeypatch.setattr(transaction, "on_commit", lambda function, **kwargs: function())
    return make_site()


@pytest.fixture
def document(db: None) -> Callable[..., SearchDocument]:
    """A search document without a page, for staff."""
    numbers = iter(range(10_000))

    def make(title: str, body: str = "", language: str = "sv", **fields: object) -> SearchDocument:
        entry = SearchEntry(locale=language, kind="page", title=title, body=body, url="/", **fields)  # type: ignore[arg-type]
        return write(f"test:{next(numbers)}", entry)

    return make
