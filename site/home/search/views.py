"""The search page: a form that works without scripts; all choices stand in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from handslag.access.reading import record_pages_shown
from handslag.search.kinds import kinds, title_of
from handslag.search.query import Query, parse
from handslag.search.results import Hit, Results

PER_PAGE = 20
ALL_LANGUAGES = "alla"


@dataclass(frozen=True)
class Choice:
    """A filter, and how many there are behind it."""

    title: str
    number: int
    url: str
    is_current: bool


class HitList(Sequence[Hit]):
    """What Django's Paginator needs to know; only the rows of the page asked for are read."""

    def __init__(self, results: Results, language: str, kind: str, number: int) -> None:
        self._results, self._language, self._kind, self._number = results, language, kind, number

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, part: Any) -> Any:
        number = part.stop - part.start
        if not self._number:
            return []
        return self._results.hits(language=self._language, kind=self._kind, start=part.start, number=number)


@require_safe
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    query = parse(request.GET.get("q", ""))
    everywhere = request.GET.get("sprak") == ALL_LANGUAGES
    language = "" if everywhere else (get_language() or settings.LANGUAGE_CODE)
    results = Results(request.user, query, tuple(code for code, _name in settings.LANGUAGES))
    kind = request.GET.get("typ", "")
    kind = kind if kind in kinds else ""
    by_kind = results.number_by_kind(language)
    number = by_kind.get(kind, 0) if kind else sum(by_kind.values())
    hits: Sequence[Hit] = HitList(results, language, kind, number)
    page = Paginator(hits, PER_PAGE).get_page(request.GET.get("page"))
    # The excerpt of a page for certain roles is read as the page is.
    record_pages_shown(request.user, [hit.page_id for hit in page if hit.page_id is not None])
    context = {
        "query": query,
        "number": number,
        "page": page,
        "kind": kind,
        "choices": _choices(request, by_kind, kind),
        "elsewhere": results.number_in() - results.number_in(language) if language else 0,
        "elsewhere_url": _address(request, sprak=ALL_LANGUAGES, typ=None),
        "everywhere": everywhere,
        "here_url": _address(request, sprak=None, typ=None),
        **_help(request, results, query),
    }
    return TemplateResponse(request, "home/search_page.html", context)


def _choices(request: HttpRequest, by_kind: dict[str, int], chosen: str) -> list[Choice]:
    found = [
        Choice(title_of(kind), number, _address(request, typ=kind), kind == chosen)
        for kind, number in by_kind.items()
    ]
    if chosen and chosen not in by_kind:
        found.append(Choice(title_of(chosen), 0, _address(request, typ=chosen), True))
    return found


def _help(request: HttpRequest, results: Results, query: Query) -> dict[str, Any]:
    """Where nothing was found: a better spelling; where only some words were, each of them."""
    if results.counts or not query.terms:
        return {"whole_url": _address(request, typ=None)}
    better = results.suggestion()
    return {
        "whole_url": _address(request, typ=None),
        "suggestion": better,
        "suggestion_url": _address(request, q=better, typ=None),
    }


def _address(request: HttpRequest, **changes: str | None) -> str:
    """This search with something else chosen, from its first page."""
    parameters = QueryDict(mutable=True)
    chosen: dict[str, str | None] = {name: request.GET.get(name) for name in ("q", "typ", "sprak")}
    for name, value in {**chosen, **changes}.items():
        if value:
            parameters[name] = value
    return f"?{parameters.urlencode()}"
