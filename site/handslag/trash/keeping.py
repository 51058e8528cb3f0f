"""Pages that must not be deleted while something rests on them; apps say which, and why."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from wagtail.models import Page

from handslag.registry import Registry


@dataclass(frozen=True)
class KeptPages:
    """`pages` are the ones that stay; `reason` is the sentence for whoever tries to delete one, or a page above it."""

    name: str
    pages: Callable[[], QuerySet[Page]]
    reason: str | Promise
    order: int = 100


kept_pages = Registry[KeptPages]("Kept pages")


def reason_to_keep(page: Page) -> str | Promise | None:
    """Why this page, or one below it, stays; None where nothing speaks against deleting it."""
    for kept in kept_pages:
        if kept.pages().filter(path__startswith=page.path).exists():
            return kept.reason
    return None
