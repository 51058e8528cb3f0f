"""Addresses that are no pages and are open to everyone: the site map and robots.txt ask the apps that have some."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from handslag.registry import Registry


@dataclass(frozen=True)
class OpenAddress:
    """`url` as a path; everything below it is open too."""

    url: str
    changed: datetime.datetime | None = None


@dataclass(frozen=True)
class OpenAddresses:
    """`find` answers with what somebody without an account may read today."""

    name: str
    find: Callable[[HttpRequest], Iterable[OpenAddress]]
    order: int = 100


open_addresses = Registry[OpenAddresses]("Open addresses")


def found_open(request: HttpRequest) -> list[OpenAddress]:
    return [address for entry in open_addresses for address in entry.find(request)]
