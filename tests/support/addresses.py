"""Every address the resolver knows, filled with numbers of our choosing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse


@dataclass(frozen=True)
class Pattern:
    """`name` with its namespaces ("wagtailadmin_pages:edit"), "" where the site gave none."""

    name: str
    route: str
    arguments: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.name or self.route


def patterns(resolver: Any = None, prefix: str = "", namespace: str = "") -> Iterator[Pattern]:
    for entry in (resolver or get_resolver()).url_patterns:
        route = f"{prefix}{entry.pattern}"
        if isinstance(entry, URLPattern):
            regex = entry.pattern.regex
            arguments = (
                tuple(entry.pattern.converters)
                or tuple(regex.groupindex)
                or tuple(f"#{number}" for number in range(regex.groups))
            )
            name = f"{namespace}{entry.name}" if entry.name else ""
            yield Pattern(name, route, arguments)
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, route, inner)


def filled(pattern: Pattern, values: Mapping[str, Sequence[Any]], limit: int = 12) -> Iterator[str]:
    """Addresses of the pattern with every combination of the values given for its arguments."""
    if not pattern.name:
        return
    choices = [values.get(name, values["*"]) for name in pattern.arguments]
    seen = 0
    for chosen in product(*choices):
        positional = pattern.arguments and pattern.arguments[0].startswith("#")
        try:
            if positional:
                yield reverse(pattern.name, args=chosen)
            else:
                yield reverse(pattern.name, kwargs=dict(zip(pattern.arguments, chosen, strict=True)))
        except NoReverseMatch:
            continue
        seen += 1
        if seen >= limit:
            return
