"""The home app's own panels: news, guides, shortcuts, what changed."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from handslag.access.visibility import visible_to
from handslag.navigation.frame import frame_of
from handslag.pages.models import HandslagPage
from handslag.pages.readable import readable
from handslag.start.shortcuts import shortcuts_for
from handslag.templatetags.handslag_dates import in_words
from home.guides.models import GuidePage
from home.news.models import NewsPage

NEWS, GUIDES, CHANGES = 3, 6, 5


@dataclass(frozen=True)
class PanelItem:
    """A line of a panel, as the component `link_list` wants it."""

    title: str
    url: str
    text: str = ""
    meta: str = ""


def latest_news(request: HttpRequest) -> dict[str, Any] | None:
    """None where the site has no news list in the reader's language."""
    index = frame_of(request).first_linked("news")
    if index is None:
        return None
    news = visible_to(NewsPage.objects.child_of(index).live(), request.user).select_related("locale")
    items = [
        PanelItem(page.title, page.get_url(request), page.summary, in_words(page.date))
        for page in news.order_by("-date", "-pk")[:NEWS]
    ]
    return {"items": items, "index_url": index.get_url(request)}


def guides(request: HttpRequest) -> dict[str, Any] | None:
    index = frame_of(request).first_linked("guides")
    if index is None:
        return None
    found = visible_to(GuidePage.objects.child_of(index).live(), request.user).select_related("locale")
    items = [PanelItem(page.title, page.get_url(request)) for page in found.order_by("path")[:GUIDES]]
    return {"items": items, "index_url": index.get_url(request)}


def shortcuts(request: HttpRequest) -> dict[str, Any] | None:
    items = shortcuts_for(request)
    return {"items": items} if items else None


def recent_changes(request: HttpRequest) -> dict[str, Any] | None:
    """Pages published or changed last, news left out: they have a panel of their own."""
    pages = (
        _in_language(readable(Page.objects.all()).filter(depth__gt=2, last_published_at__isnull=False))
        .not_exact_type(NewsPage)
        .select_related("locale")
        .order_by("-last_published_at")
    )
    items = [
        PanelItem(page.title, url, meta=_changed(page))
        for page in visible_to(pages, request.user)[: 2 * CHANGES]
        if issubclass(page.specific_class or Page, HandslagPage) and (url := page.get_url(request))
    ]
    return {"items": items[:CHANGES]} if items else None


def _changed(page: Page) -> str:
    if page.first_published_at == page.last_published_at:
        return _("New %(date)s") % {"date": in_words(page.last_published_at)}
    return _("Changed %(date)s") % {"date": in_words(page.last_published_at)}


def _in_language(pages: PageQuerySet) -> PageQuerySet:
    return pages.filter(locale__language_code=get_language())
