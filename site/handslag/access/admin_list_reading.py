"""A superuser reads the titles of restricted pages in the admin's lists too; that is written down as one line for each
list that is opened, by the number of the page above: how many there are is nobody's to know.

Lists are told by what they name, not by their addresses: the explorer, its menu, searches, choosers, reports and the
dashboard all link to the pages they tell of.
"""

import re

from django.db.models import Min
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Page

from handslag.access.models import ReadLogEntry
from handslag.access.people import is_break_glass
from handslag.access.reading import SHOWING, record
from handslag.access.visibility import narrowed, outside_roles

_STEP = Page.steplen
_LINKS = re.compile(rb"/pages/([0-9]+)/")
# Where rows are chosen, and where the menu asks for them, their numbers stand without an address.
_NUMBERS = re.compile(rb'(?:data-id=\\?"|"id": ?)([0-9]+)')
_WITH_NUMBERS = re.compile("^(?:wagtailadmin_api:|wagtailadmin_choose_page)")


def record_list_reading(request: HttpRequest, response: HttpResponseBase) -> None:
    """Two questions more, to superusers only, where pages are named that a role is missing for."""
    match = request.resolver_match
    if (
        request.method != "GET"
        or response.status_code != 200
        or match is None
        or match.view_name in SHOWING
        or not is_break_glass(request.user)
    ):
        return
    pages = narrowed(Page.objects.filter(outside_roles(request.user)))
    # A file of the list is sent row by row: it may name all.
    if "export" not in request.GET:
        numbers = _named(response, match.view_name)
        if not numbers:
            return
        pages = pages.filter(pk__in=numbers)
    first = pages.aggregate(path=Min("path"))["path"]
    if first is not None:
        above = Page.objects.filter(path=first[:-_STEP] or first).values_list("pk", flat=True)[0]
        record(request.user, ReadLogEntry.Kind.LIST, above, break_glass=True)


def _named(response: HttpResponseBase, view_name: str) -> set[int]:
    content = getattr(response, "content", b"")
    found = _LINKS.findall(content)
    if _WITH_NUMBERS.match(view_name):
        found += _NUMBERS.findall(content)
    return {int(number) for number in found if len(number) < 10}
