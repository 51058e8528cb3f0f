"""What kinds of things can be found: the filters of the search page."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from wagtail.models import Page

from handslag.registry import Registry


@dataclass(frozen=True)
class Kind:
    """`name` stands in the table; people see `title`. What `ages` counts for more while it is fresh (news)."""

    name: str
    title: str | Promise
    order: int = 100
    ages: bool = False


@dataclass(frozen=True)
class PageKind:
    """Pages of the type `model` ("home.NewsPage") are of `kind`; `changed_on` where the page has a date of its own."""

    model: str
    kind: str
    changed_on: Callable[[Page], datetime.date | None] | None = None
    order: int = 100

    @property
    def name(self) -> str:
        return self.model


kinds = Registry[Kind]("Kind of search document")
page_kinds = Registry[PageKind]("Kind of page")

PAGE = "page"


def title_of(kind: str) -> str:
    """A kind whose app is gone is shown by its name."""
    return str(kinds.get(kind).title) if kind in kinds else kind
