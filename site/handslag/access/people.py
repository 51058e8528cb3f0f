"""Which roles a person has; asked by everything that decides about visibility."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

type Person = AbstractBaseUser | AnonymousUser

_CACHE = "_handslag_group_ids"


def is_signed_in(user: Person) -> bool:
    return bool(user.is_authenticated and user.is_active)


def is_break_glass(user: Person) -> bool:
    """A superuser may see everything; that is for emergencies and is logged."""
    return is_signed_in(user) and bool(getattr(user, "is_superuser", False))


def group_ids(user: Person) -> frozenset[int]:
    """The person's groups, read once per user object (a request's lifetime)."""
    if not is_signed_in(user):
        return frozenset()
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, frozenset(user.groups.values_list("pk", flat=True)))  # type: ignore[union-attr]  # PermissionsMixin
    return frozenset(getattr(user, _CACHE))


def has_role(user: Person, *names: str) -> bool:
    """Does the person hold one of these roles (names as in `handslag.access.roles`)?"""
    if not is_signed_in(user):
        return False
    return bool(user.groups.filter(name__in=names).exists())  # type: ignore[union-attr]  # PermissionsMixin
