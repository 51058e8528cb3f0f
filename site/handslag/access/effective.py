"""Which rules decide over one page, wherever it lies: on its way to the root, and for what lies in the trash also on
the way to the root from where it was deleted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.people import Person, group_ids, is_break_glass, is_signed_in
from handslag.access.restricted_kinds import roles_by_kind
from handslag.access.visibility import rules_above
from handslag.trash.models import TrashedPage, TrashPage

type Roles = frozenset[int]


@dataclass(frozen=True)
class Restriction:
    """What the rules on one way to the root amount to. `shut` holds the roles each restricting rule admits; all must
    admit the reader. `closed`: the way is no longer known, so nobody but a superuser is admitted."""

    shut: frozenset[Roles]
    opened: bool
    narrowed: bool
    closed: bool = False

    def admits(self, user: Person) -> bool:
        if is_break_glass(user):
            return True
        if not is_signed_in(user):
            return self.is_public
        return not self.closed and all(roles & group_ids(user) for roles in self.shut)

    @property
    def is_public(self) -> bool:
        return self.opened and not self.narrowed and not self.closed

    @property
    def is_restricted(self) -> bool:
        return bool(self.shut) or self.closed


def restriction_of(page: Page) -> Restriction:
    """What decides over `page` where it lies, its own rule and what it says included."""
    rules, said = restriction_at(page.path), roles_by_kind(page)
    return replace(rules, shut=rules.shut | said, narrowed=True) if said else rules


def restriction_at(path: str, *, own: AccessRule | None = None) -> Restriction:
    """What decides over the page at this tree path; `own` is the rule of a page that is about to come below it."""
    rules = [own] if own is not None else []
    closed = False
    way: str | None = path
    while way is not None:
        rules += rules_on_the_way(way)
        way, lost = _way_before_trash(way)
        closed = closed or lost
    return Restriction(
        shut=frozenset(roles_of(rule) for rule in rules if rule.audience == Audience.RESTRICTED),
        opened=any(rule.audience == Audience.PUBLIC for rule in rules),
        narrowed=any(rule.audience != Audience.PUBLIC for rule in rules),
        closed=closed,
    )


def roles_of(rule: AccessRule) -> Roles:
    return frozenset(role.pk for role in rule.roles.all())


def rules_on_the_way(path: str) -> QuerySet[AccessRule]:
    """The rules of the page with this tree path and of those above it, with their roles."""
    return rules_above(path).prefetch_related("roles")


def _way_before_trash(path: str) -> tuple[str | None, bool]:
    """For what lies in the trash: the path of the page it was deleted from, and whether that is gone for good."""
    if len(path) <= 2 * Page.steplen or not TrashPage.objects.filter(path=path[: 2 * Page.steplen]).exists():
        return None, False
    top = TrashedPage.objects.filter(page__path=path[: 3 * Page.steplen]).select_related("parent").first()
    return (top.parent.path, False) if top is not None and top.parent is not None else (None, True)


def users_who_may_see[U](users: "QuerySet[U]", page: Page) -> "QuerySet[U]":  # type: ignore[type-var]  # any user model
    """Those of `users` whom a restricted page is meant for; a superuser counts only if they hold the roles."""
    restriction = restriction_of(page)
    if restriction.closed:
        return users.none()
    for roles in restriction.shut:
        users = users.filter(pk__in=_holders(roles))
    return users


def _holders(roles: Iterable[int]) -> Any:
    memberships: Any = get_user_model()._meta.get_field("groups").remote_field.through
    return memberships.objects.filter(group_id__in=roles).values(f"{get_user_model()._meta.model_name}_id")
