"""What the list shows: the organisations found, a page of them at a time, with their functions."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext

from contacts.directory.filters import DirectoryFilter
from contacts.directory.finding import find, functions_of
from contacts.directory.rows import organisation_rows, with_functions
from contacts.directory.rules import may_keep
from handslag import clock
from handslag.places.models import Municipality

PER_PAGE = 25
# In the address: all that is found at once, for paper. What is more than so many goes on on a next page.
PRINT, MOST_PRINTED = "skriv-ut", 500


def list_context(request: HttpRequest) -> dict[str, Any]:
    day, keeps = clock.today(), may_keep(request.user)
    form = DirectoryFilter(request.GET, list(Municipality.objects.all()), keeps=keeps)
    chosen = form.chosen
    organisations = with_functions(find(chosen, day), functions_of(chosen, day), day)
    per_page = MOST_PRINTED if PRINT in request.GET else PER_PAGE
    page = Paginator(organisations, per_page).get_page(request.GET.get("page"))
    number = page.paginator.count
    return {
        "form": form,
        "listed": page,
        "rows": organisation_rows(page.object_list),
        "result": ngettext("%(number)d organisation", "%(number)d organisations", number)
        % {"number": number},
        "chips": [{"label": form.in_words(name), "href": _without(request, name)} for name in chosen],
        "is_filtered": bool(chosen),
        "part": _part(page),
        "print_url": _to_print(request) if page.has_other_pages() and PRINT not in request.GET else "",
        "here": request.path,
        "keeps": keeps,
    }


def _part(page: Page[Any]) -> str:
    """Which of them stand here; "" where it is all."""
    if not page.has_other_pages():
        return ""
    return gettext("Here are organisations %(first)d–%(last)d of %(number)d.") % {
        "first": page.start_index(),
        "last": page.end_index(),
        "number": page.paginator.count,
    }


def _to_print(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    query[PRINT] = "1"
    return f"?{query.urlencode()}"


def _without(request: HttpRequest, name: str) -> str:
    """This list with one filter less, from its first page."""
    query = request.GET.copy()
    query.pop(name, None)
    query.pop("page", None)
    return f"?{query.urlencode()}" if query else request.path
