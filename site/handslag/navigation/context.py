"""What every template needs to know of the site: menus, languages, where the reader is."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page, Site

from handslag.access.visibility import visible_to
from handslag.navigation.entries import MenuEntry, account_menu, footer_menu, main_menu
from handslag.registry import Registry


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
        "site_name": getattr(settings, "WAGTAIL_SITE_NAME", ""),
        "main_navigation": SimpleLazyObject(lambda: _main(request)),
        "user_navigation": SimpleLazyObject(lambda: _entries(request, account_menu)),
        "footer_navigation": SimpleLazyObject(lambda: _entries(request, footer_menu)),
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "accessibility_url": SimpleLazyObject(lambda: _accessibility_url(request)),
        "public_only": SimpleLazyObject(lambda: is_public_only(request)),
        "home_url": "/" if get_language() == settings.LANGUAGE_CODE else f"/{get_language()}/",
        "request_id": getattr(request, "request_id", ""),
    }


def is_public_only(request: HttpRequest) -> bool:
    """A stranger reads a page of the public section: nothing of the intranet is offered."""
    return not request.user.is_authenticated and hasattr(request, "handslag_page")


def _accessibility_url(request: HttpRequest) -> str:
    """The statement must be reachable from every page (law 2018:1937); "" where there is none."""
    if "accessibility" not in footer_menu:
        return ""
    return footer_menu.get("accessibility").address(request) or ""


def _main(request: HttpRequest) -> list[MenuItem]:
    """Pages one level below the site's root, in the reader's language, then what apps bring."""
    if not hasattr(request, "user"):
        return []
    site = Site.find_for_request(request)
    root = site.root_page.localized if site else None
    pages = Page.objects.none() if root is None else root.get_children().live().in_menu()
    items = [
        MenuItem(page.title, url, request.path.startswith(url))
        for page in visible_to(pages, request.user)
        if (url := page.get_url(request))
    ]
    return items + _entries(request, main_menu)


def _entries(request: HttpRequest, menu: Registry[MenuEntry]) -> list[MenuItem]:
    if not hasattr(request, "user"):
        return []
    items = []
    for entry in menu:
        if not entry.shown_to(request):
            continue
        if url := entry.address(request):
            items.append(MenuItem(entry.title, url, request.path.startswith(url)))
    return items


def _languages(request: HttpRequest) -> list[LanguageItem]:
    """The languages this very page exists in; addresses of ours exist in the interface languages."""
    current = get_language() or settings.LANGUAGE_CODE
    page = getattr(request, "handslag_page", None)
    if isinstance(page, Page):
        found = {
            translation.locale.language_code: translation.get_url(request)
            for translation in visible_to(
                page.get_translations(inclusive=True).live().select_related("locale"), request.user
            )
        }
    else:
        codes = getattr(settings, "INTERFACE_LANGUAGES", [current])
        found = {code: translate_url(request.path, code) for code in codes}
    return [
        LanguageItem(code, get_language_info(code)["name_local"].capitalize(), url, code == current)
        for code, url in found.items()
        if url
    ]
