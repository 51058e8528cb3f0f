"""What every template needs to know of the site: menus, languages, where the reader is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page, Site

from handslag.navigation.entries import MenuEntry, account_menu, footer_menu, main_menu
from handslag.navigation.frame import frame_of

# The entry that the frame of every page shows by itself.
ACCESSIBILITY = "accessibility"
START_PAGE_DEPTH = 2
_PUBLIC_SECTION = "_handslag_public_section"
# Where the pages stand among the entries that apps bring: those of a lower order come before them.
PAGES = 50


@dataclass(frozen=True)
class MenuItem:
    title: str | Promise
    url: str
    is_current: bool


@dataclass(frozen=True)
class LanguageItem:
    code: str
    name: str
    url: str
    is_current: bool


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Everything is lazy: the admin and answers without menus pay nothing."""
    return {
        "site_name": SimpleLazyObject(lambda: _site_name(request)),
        "main_navigation": SimpleLazyObject(lambda: _main(request)),
        "user_navigation": SimpleLazyObject(lambda: _entries(request, account_menu)),
        "footer_navigation": SimpleLazyObject(lambda: _entries(request, footer_menu, but=ACCESSIBILITY)),
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "accessibility_url": SimpleLazyObject(lambda: _accessibility_url(request)),
        "public_only": SimpleLazyObject(lambda: is_public_only(request)),
        "home_url": "/" if get_language() == settings.LANGUAGE_CODE else f"/{get_language()}/",
        "request_id": getattr(request, "request_id", ""),
    }


def _site_name(request: HttpRequest) -> str:
    """The name an administrator gave the site, else the product's."""
    site = Site.find_for_request(request)
    return (site.site_name if site else "") or getattr(settings, "WAGTAIL_SITE_NAME", "")


def belongs_to_public_section(request: HttpRequest) -> None:
    """Said by a view whose address is no page and is open to everyone."""
    setattr(request, _PUBLIC_SECTION, True)


def is_public_only(request: HttpRequest) -> bool:
    """A stranger reads a page of the public section: nothing of the intranet is offered."""
    return not request.user.is_authenticated and (
        hasattr(request, "handslag_page") or hasattr(request, _PUBLIC_SECTION)
    )


def _accessibility_url(request: HttpRequest) -> str:
    """The statement must be reachable from every page (law 2018:1937); "" where there is none."""
    if ACCESSIBILITY not in footer_menu:
        return ""
    return footer_menu.get(ACCESSIBILITY).address(request) or ""


def _main(request: HttpRequest) -> list[MenuItem]:
    """Pages one level below the site's root, in the reader's language, among what apps bring."""
    if not hasattr(request, "user"):
        return []
    items = [
        MenuItem(page.title, url, is_here(request, url))
        for page in frame_of(request).menu
        if (url := page.get_url(request))
    ]
    before = _entries(request, [entry for entry in main_menu if entry.order < PAGES])
    return [*before, *items, *_entries(request, [entry for entry in main_menu if entry.order >= PAGES])]


def is_here(request: HttpRequest, url: str) -> bool:
    """The reader is at this address or below it; a start page has everything below it and counts only itself."""
    if url == request.path:
        return True
    return url.strip("/") not in ("", get_language()) and url.endswith("/") and request.path.startswith(url)


def _entries(request: HttpRequest, menu: Iterable[MenuEntry], but: str = "") -> list[MenuItem]:
    if not hasattr(request, "user"):
        return []
    items = []
    for entry in menu:
        if entry.name == but or not entry.shown_to(request):
            continue
        if url := entry.address(request):
            items.append(MenuItem(entry.title, url, is_here(request, url)))
    return items


def _is_offered(page: Page) -> bool:
    """Start pages in other languages only carry the public section below them."""
    return page.depth != START_PAGE_DEPTH or page.locale.language_code in _interface_languages()


def _interface_languages() -> tuple[str, ...]:
    """A host site that does not say has its menus in all its languages."""
    return tuple(getattr(settings, "INTERFACE_LANGUAGES", [code for code, _name in settings.LANGUAGES]))


def _languages(request: HttpRequest) -> list[LanguageItem]:
    """The languages this very page exists in; addresses of ours exist in the interface languages."""
    current = get_language() or settings.LANGUAGE_CODE
    page = getattr(request, "handslag_page", None)
    if isinstance(page, Page):
        found = {
            translation.locale.language_code: translation.get_url(request)
            for translation in frame_of(request).translations
            if _is_offered(translation)
        }
    else:
        found = {code: translate_url(request.get_full_path(), code) for code in _interface_languages()}
        if len(set(found.values())) < len(found):
            # An address that cannot be told apart from its translation is none of ours (an error page).
            return []
    return [
        LanguageItem(code, get_language_info(code)["name_local"].capitalize(), url, code == current)
        for code, url in found.items()
        if url
    ]
