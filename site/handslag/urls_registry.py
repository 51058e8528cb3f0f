"""Addresses that apps bring; they come before Wagtail's catch-all and cannot be shadowed by a page's slug."""

from dataclasses import dataclass

from django.urls import URLResolver, include, path

from handslag.registry import Registry


@dataclass(frozen=True)
class UrlContribution:
    """`prefix` ends with a slash ("sok/"), or with a dot where a page has files beside it ("plan/historia." and "pdf");
    `module` is a URLconf's dotted path. `beside_pages`: pages stand at and below the prefix too; what the URLconf does
    not know is looked for among them. `part`: which of several that share a prefix this is."""

    prefix: str
    module: str
    order: int = 100
    beside_pages: bool = False
    part: str = ""

    @property
    def name(self) -> str:
        return f"{self.prefix} {self.part}".rstrip()


urls = Registry[UrlContribution]("Address")


def contributed_urlpatterns() -> list[URLResolver]:
    return [path(entry.prefix, include(entry.module)) for entry in urls]


def reserved_slugs() -> frozenset[str]:
    """First path segments a page below a site's root must not take (the page would never be reached). An address
    further down ("samverkan/fragor/") leaves the page above it where it is."""
    whole = (entry.prefix.removesuffix("/") for entry in urls if not entry.beside_pages)
    return frozenset(segment for segment in whole if segment and "/" not in segment) | {
        "admin",
        "media",
        "static",
    }
