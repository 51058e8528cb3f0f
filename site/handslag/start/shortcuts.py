"""Shortcuts of the start page: what people with a certain role open most."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise

from handslag.navigation.entries import Address, for_signed_in
from handslag.registry import Registry


@dataclass(frozen=True)
class Shortcut:
    """`shown_to` decides per request; a shortcut without an address is left out."""

    name: str
    title: str | Promise
    address: Address
    text: str | Promise = ""
    order: int = 100
    shown_to: Callable[[HttpRequest], bool] = for_signed_in


@dataclass(frozen=True)
class ShownShortcut:
    title: str | Promise
    url: str
    text: str | Promise


shortcuts = Registry[Shortcut]("Shortcut")


def shortcuts_for(request: HttpRequest) -> list[ShownShortcut]:
    return [
        ShownShortcut(shortcut.title, url, shortcut.text)
        for shortcut in shortcuts
        if shortcut.shown_to(request) and (url := shortcut.address(request))
    ]
