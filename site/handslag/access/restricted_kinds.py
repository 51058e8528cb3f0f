"""Pages that are for one role because of what they say, also where their rule is missing.

A rule is a row beside the page, written when the page is saved. A field can change past all that (a bulk update, SQL, a
table put back from a copy); then the field alone keeps the page to its role, until a rule of its own names others.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.people import Person, has_role
from handslag.registry import Registry


@dataclass(frozen=True)
class RestrictedKind:
    """`name` is the page type ("contacts.DialogueEntryPage"), `condition` which of its pages are meant."""

    name: str
    condition: Q
    role: str
    order: int = 100

    @property
    def model(self) -> Any:
        return apps.get_model(self.name)

    def without_rule(self) -> QuerySet[Page]:
        """Never many: whoever saves such a page makes its rule."""
        pages: QuerySet[Page] = self.model._base_manager.filter(self.condition)
        return pages.filter(~Exists(own_rules()))


def own_rules() -> QuerySet[AccessRule]:
    """Of the page that is asked about: within a question about pages."""
    return AccessRule.objects.filter(page=OuterRef("pk"), audience=Audience.RESTRICTED)


restricted_kinds = Registry[RestrictedKind]("Restricted kind of page")


def not_kept_from(user: Person, path: OuterRef | str) -> Q:
    """A condition on the page with this tree path; superusers are not asked about it."""
    condition = Q()
    for kind in restricted_kinds:
        if not has_role(user, kind.role):
            condition &= ~Q(Exists(kind.without_rule().filter(path=path)))
    return condition


def numbers_not_kept_from(user: Person) -> Q:
    """The same for many pages: all that are kept from the person are found once."""
    condition = Q()
    for kind in restricted_kinds:
        if not has_role(user, kind.role):
            condition &= ~Q(pk__in=kind.without_rule().values("pk"))
    return condition


def rows_not_kept_from(user: Person, model: type[Page]) -> Q:
    """The same for a list of pages of one type: each is asked what it says itself, and a type that is no such kind is
    asked nothing."""
    condition = Q()
    for kind in restricted_kinds:
        if has_role(user, kind.role):
            continue
        if issubclass(model, kind.model):
            condition &= ~(kind.condition & ~Q(Exists(own_rules())))
        elif issubclass(kind.model, model):
            condition &= ~Q(pk__in=kind.without_rule().values("pk"))
    return condition


def numbers_kept_to_a_role() -> Q:
    """Those that are of such a kind and have no rule, whoever asks."""
    condition = Q(pk__in=[])
    for kind in restricted_kinds:
        condition |= Q(pk__in=kind.without_rule().values("pk"))
    return condition


def roles_by_kind(page: Page) -> frozenset[frozenset[int]]:
    """For each kind the page is of without a rule: whom it admits."""
    model = page.specific_class
    return frozenset(
        frozenset(Group.objects.filter(name=kind.role).values_list("pk", flat=True))
        for kind in restricted_kinds
        if model is not None
        and issubclass(model, kind.model)
        and kind.without_rule().filter(pk=page.pk).exists()
    )
