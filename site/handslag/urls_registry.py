"""Addresses that apps bring; they come before Wagtail's catch-all and cannot be shadowed by a page's slug."""

from dataclasses import dataclass

from django.urls import URLResolver, include, path

from handslag.registry import Registry


@dataclass(frozen=True)
class UrlContribution:
    """`prefix` ends with a slash ("sok/"), or with a dot where a page has files beside it ("plan/historia." and "pdf");
    `module` is a URLconf's dotted path. `below_page`: the prefix itself is a page's address, which keeps its slug."""

    prefix: str
    module: str
    order: int = 100
    below_page: bool = False

    @property
    def name(self) -> str:
        return self.prefix


urls = Registry[UrlContribution]("Address")


def contributed_urlpatterns() -> list[URLResolver]:
    return [path(entry.prefix, include(entry.module)) for entry in urls]


def reserved_slugs() -> frozenset[str]:
    """First path segments a page below a site's root must not take (the page would never be reached)."""
    return frozenset(entry.prefix.split("/")[0] for entry in urls if entry.prefix and not entry.below_page) | {
        "admin",
        "media",
        "static",
    }
