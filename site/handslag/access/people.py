"""Which roles a person has; asked by everything that decides about visibility."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group

type Person = AbstractBaseUser | AnonymousUser

_CACHE = "_handslag_groups"


def is_signed_in(user: Person) -> bool:
    return bool(user.is_authenticated and user.is_active)


def is_break_glass(user: Person) -> bool:
    """A superuser may see everything; that is for emergencies and is logged."""
    return is_signed_in(user) and bool(getattr(user, "is_superuser", False))


def group_ids(user: Person) -> frozenset[int]:
    """The person's groups, read once per user object (a request's lifetime)."""
    return frozenset(_groups(user))


def has_role(user: Person, *names: str) -> bool:
    """Does the person hold one of these roles (names as in `handslag.access.roles`)? Read with the groups."""
    return not set(names).isdisjoint(_groups(user).values())


def read_groups(people: Iterable[Any]) -> None:
    """For many at once, in one query instead of one each."""
    found: dict[int, dict[int, str]] = {person.pk: {} for person in people if is_signed_in(person)}
    for user, pk, name in Group.objects.filter(user__isnull=False).values_list("user", "pk", "name"):
        if user in found:
            found[user][pk] = name
    for person in people:
        if person.pk in found:
            setattr(person, _CACHE, found[person.pk])


def _groups(user: Person) -> dict[int, str]:
    if not is_signed_in(user):
        return {}
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, dict(user.groups.values_list("pk", "name")))  # type: ignore[union-attr]  # PermissionsMixin
    found: dict[int, str] = getattr(user, _CACHE)
    return found
