"""The beginning of a long list, and all of it page by page for whoever asks for that list (`?lista=`)."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

SHOWN, ON_A_PAGE = 10, 25


@dataclass(frozen=True)
class Shortlist:
    """`page`: where the reader asked for all of it; None shows the first rows, and `has_more` says there are others."""

    key: str
    rows: list[Any]
    has_more: bool
    page: Page[Any] | None = None


def shortlist(rows: QuerySet[Any], key: str, request: HttpRequest) -> Shortlist:
    """`rows` in an order of their own. One row more than is shown tells whether there are others, without counting."""
    if request.GET.get("lista") == key:
        page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
        return Shortlist(key, list(page), has_more=False, page=page)
    first = list(rows[: SHOWN + 1])
    return Shortlist(key, first[:SHOWN], has_more=len(first) > SHOWN)
