"""Roles as people read them."""

from collections.abc import Iterable

from django.contrib.auth.models import Group

from handslag.access.roles import roles


def title(name: str) -> str:
    """A group that is no role of ours goes by its own name."""
    return str(roles.get(name).title) if name in roles else name


def titles(names: Iterable[str]) -> list[str]:
    """In the order of the table of roles."""
    order = {role.name: position for position, role in enumerate(roles)}
    return [title(name) for name in sorted(names, key=lambda name: (order.get(name, len(order)), name))]


def titles_of(groups: Iterable[Group]) -> list[str]:
    return titles(group.name for group in groups)
