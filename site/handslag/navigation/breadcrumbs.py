"""The way from the start page to a page, over those ancestors that the reader may see."""

from django.http import HttpRequest
from wagtail.models import Page

from handslag.navigation.context import MenuItem
from handslag.navigation.frame import frame_of


def breadcrumbs(request: HttpRequest, page: Page) -> list[MenuItem]:
    return [
        MenuItem(ancestor.title, url, is_current=False)
        for ancestor in frame_of(request, page).way
        if (url := ancestor.get_url(request))
    ]
