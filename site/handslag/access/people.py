"""Which roles a person has; asked by everything that decides about visibility."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

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


def _groups(user: Person) -> dict[int, str]:
    if not is_signed_in(user):
        return {}
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, dict(user.groups.values_list("pk", "name")))  # type: ignore[union-attr]  # PermissionsMixin
    found: dict[int, str] = getattr(user, _CACHE)
    return found
