"""The directory's page: its text stands above the list, and its rules hold for all that stands below it."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from contacts.directory.models import ContactsIndexPage
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.visibility import visible_to
from handslag.navigation.context import MenuItem
from handslag.navigation.routing import root_for

_PAGE = "_contacts_directory_page"


def directory_page(request: HttpRequest) -> ContactsIndexPage | None:
    """In the reader's language, where the reader may see it; asked once per request.

    `is_narrowed` on it says whether readings of it are logged (only certain roles may see it).
    """
    if not hasattr(request, _PAGE):
        setattr(request, _PAGE, _find(request))
    page: ContactsIndexPage | None = getattr(request, _PAGE)
    return page


def _find(request: HttpRequest) -> ContactsIndexPage | None:
    root = root_for(request)
    if root is None:
        return None
    above = [root.path[:end] for end in range(root.steplen, len(root.path) + 1, root.steplen)]
    rules = AccessRule.objects.filter(audience=Audience.RESTRICTED)
    narrowing = rules.filter(Q(page=OuterRef("pk")) | Q(page__path__in=above))
    pages = ContactsIndexPage.objects.live().child_of(root).select_related("locale")
    pages = pages.annotate(is_narrowed=Exists(narrowing))
    found: ContactsIndexPage | None = visible_to(pages, request.user).first()
    return found


def way_here(request: HttpRequest) -> dict[str, Any]:
    """For templates: `crumbs`, and `directory_url` ("" where there is no list)."""
    page = directory_page(request)
    url = page.get_url(request) if page is not None else None
    if page is None or not url:
        return {"crumbs": [], "directory_url": ""}
    return {"crumbs": [MenuItem(page.title, url, is_current=False)], "directory_url": url}
