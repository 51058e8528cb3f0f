"""Menu entries that apps bring: addresses that are no pages, or pages that must be found from everywhere."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from handslag.registry import Registry

type Address = Callable[[HttpRequest], str | None]


def named(url_name: str) -> Address:
    """The address of a named URL in the reader's language; None where the site does not have it."""

    def address(request: HttpRequest) -> str | None:
        try:
            return reverse(url_name)
        except NoReverseMatch:
            return None

    return address


def for_signed_in(request: HttpRequest) -> bool:
    return bool(request.user.is_authenticated)


def for_everyone(request: HttpRequest) -> bool:
    return True


@dataclass(frozen=True)
class MenuEntry:
    """`shown_to` decides per request; an entry without an address is left out."""

    name: str
    title: str | Promise
    address: Address
    order: int = 100
    shown_to: Callable[[HttpRequest], bool] = for_signed_in


main_menu = Registry[MenuEntry]("Main menu entry")
account_menu = Registry[MenuEntry]("Account menu entry")
footer_menu = Registry[MenuEntry]("Footer entry")
