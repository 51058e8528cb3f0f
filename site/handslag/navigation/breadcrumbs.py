"""The way from the start page to a page, over those ancestors that the reader may see."""

from django.http import HttpRequest
from wagtail.models import Page

from handslag.access.visibility import visible_to
from handslag.navigation.context import MenuItem


def breadcrumbs(request: HttpRequest, page: Page) -> list[MenuItem]:
    ancestors = visible_to(page.get_ancestors().filter(depth__gt=1).live(), request.user).select_related(
        "locale"
    )
    return [
        MenuItem(ancestor.title, url, is_current=False)
        for ancestor in ancestors
        if (url := ancestor.get_url(request))
    ]
