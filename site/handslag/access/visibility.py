"""The one decision point: which rows may this person see?

Everything that shows or counts pages, pictures, documents or search hits asks `visible_to`. What it does not know it
refuses: a model without a rule is a programming error, not an open door.
"""

import functools
import operator
from collections.abc import Iterable
from typing import Any, cast

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Substr
from wagtail.models import Page

from handslag import clock
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.people import Person, group_ids, is_break_glass, is_signed_in
from handslag.access.restricted_kinds import (
    not_kept_from,
    numbers_kept_to_a_role,
    numbers_not_kept_from,
    rows_not_kept_from,
)
from handslag.access.tree_paths import DEEPEST, STEP
from handslag.search.models import SearchDocument
from handslag.trash.models import TrashPage


def visible_to[M: Model](queryset: QuerySet[M], user: Person) -> QuerySet[M]:
    """The rows of `queryset` that `user` may see. Raises TypeError for a model without an audience."""
    if issubclass(queryset.model, Page):
        return queryset.filter(page_condition(user))
    if issubclass(queryset.model, SearchDocument):
        return queryset.filter(search_condition(user))
    if has_audience(queryset.model):
        return queryset.filter(audience_condition(user, queryset.model))
    raise TypeError(f"{queryset.model._meta.label} has no audience; visible_to cannot decide.")


def visible_children[P: Page](pages: QuerySet[P], user: Person, parents: QuerySet[Any]) -> QuerySet[P]:
    """As `visible_to`, for the pages of a long list directly below `parents`, which are few: what lies above is asked
    once for each of them, and what is left to ask is the pages' own rules, all at once."""
    seen = list(visible_to(parents, user).values_list("path", flat=True))
    return visible_below(pages, user, seen)


def visible_below[P: Page](pages: QuerySet[P], user: Person, seen: list[str]) -> QuerySet[P]:
    """The same where it is known that `user` sees the pages with these tree paths: one of them is being shown."""
    if not seen:
        return pages.none()
    # The range of the paths is found in an index, as treebeard finds children.
    ways = (Q(path__range=Page._get_children_path_interval(way), depth=len(way) // STEP + 1) for way in seen)
    below = pages.filter(functools.reduce(operator.or_, ways))
    if is_break_glass(user):
        return below
    if not is_signed_in(user):
        return visible_to(below, user)
    admitted = AccessRule.roles.through.objects.filter(
        accessrule_id=OuterRef("pk"), group_id__in=group_ids(user)
    )
    shut = AccessRule.objects.filter(~Exists(admitted), audience=Audience.RESTRICTED)
    said_by_themselves = rows_not_kept_from(user, pages.model)
    return below.filter(said_by_themselves, depth__lte=DEEPEST).exclude(pk__in=shut.values("page"))


def searchable[M: Model](queryset: QuerySet[M], user: Person) -> QuerySet[M]:
    """As `visible_to`, for querysets that Wagtail will search in: its backends know conditions on fields only."""
    visible = visible_to(cast(Any, queryset.model)._base_manager.all(), user)
    return queryset.filter(pk__in=visible.values("pk"))


def has_audience(model: type[Model]) -> bool:
    """False for a host site's own pictures and documents, which only have Wagtail's collections."""
    return {"audience", "roles"} <= {field.name for field in model._meta.get_fields()}


def may_see(user: Person, instance: Model) -> bool:
    """The same decision for one row; for a page with its tree path at hand, which is much less work to ask."""
    if isinstance(instance, Page):
        path = Page.objects.filter(pk=instance.pk).values_list("path", flat=True).first()
        return path is not None and may_see_path(user, path)
    manager = cast(Any, type(instance))._base_manager
    return visible_to(cast("QuerySet[Model]", manager.filter(pk=instance.pk)), user).exists()


def may_see_path(user: Person, path: str) -> bool:
    """The same decision for the page with this tree path."""
    return seen_at(Page.objects.all(), user, path).exists()


def seen_at[P: Page](pages: QuerySet[P], user: Person, path: str) -> QuerySet[P]:
    """As `visible_to`, for the one page of `pages` with this tree path, which is much less work to ask."""
    outside_trash = ~Q(Exists(TrashPage.objects.filter(path=path[: 2 * STEP])))
    return pages.filter(outside_trash & _admitted(user, rules_above(path), "depth", path), path=path)


def is_narrowed_at(path: str) -> Exists:
    """Whether a rule keeps the page with this tree path to certain roles; then readings of it are written down."""
    return Exists(rules_above(path).filter(audience=Audience.RESTRICTED))


def narrowed(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of `pages`, outside the trash, that a rule or what they say keeps to certain roles; readings of them are
    written down, and mails say nothing of them."""
    shut = AccessRule.objects.filter(audience=Audience.RESTRICTED, page__path__on_the_way_to=OuterRef("path"))
    return pages.filter(Q(Exists(shut)) | numbers_kept_to_a_role())


def narrowed_numbers(numbers: Iterable[int | None]) -> set[int]:
    """The same for pages whose numbers are known; nothing is asked where there are none."""
    wanted = set(numbers) - {None}
    if not wanted:
        return set()
    return set(narrowed(Page.objects.filter(pk__in=wanted)).values_list("pk", flat=True))


def outside_roles(user: Person) -> Q:
    """A condition on pages: the person holds not all the roles that they are kept to."""
    admitted = AccessRule.roles.through.objects.filter(
        accessrule_id=OuterRef("pk"), group_id__in=group_ids(user)
    )
    shut = AccessRule.objects.filter(audience=Audience.RESTRICTED, page__path__on_the_way_to=OuterRef("path"))
    return Q(Exists(shut.filter(~Exists(admitted)))) | ~numbers_not_kept_from(user)


def rules_above(path: str) -> QuerySet[AccessRule]:
    """The rules of the page with this tree path and of those above it."""
    return AccessRule.objects.filter(page__path__in=[path[:end] for end in range(STEP, len(path) + 1, STEP)])


def page_condition(user: Person, path: str = "path", depth: str = "depth") -> Q:
    """A condition on a page's tree path; give the lookups where the page hangs on another model ("page__path").

    What lies in the trash is shown to nobody here, superusers included: the trash has a view of its own.
    """
    outside_trash = ~Q(Exists(TrashPage.objects.filter(path=Substr(OuterRef(path), 1, 2 * STEP))))
    return outside_trash & rules_condition(user, path, depth)


def rules_condition(user: Person, path: str = "path", depth: str = "depth") -> Q:
    """What the rules say, wherever the page lies: all of those on its way to the root must admit the reader."""
    on_the_way = AccessRule.objects.filter(page__path__on_the_way_to=OuterRef(path))
    return _admitted(user, on_the_way, depth, OuterRef(path))


def _admitted(user: Person, on_the_way: QuerySet[AccessRule], depth: str, path: OuterRef | str) -> Q:
    """`on_the_way` are the rules of the page and of those above it, `path` is its own."""
    deep_enough = Q(**{f"{depth}__lte": DEEPEST})
    if is_break_glass(user):
        return Q()
    if not is_signed_in(user):
        opened = Exists(on_the_way.filter(audience=Audience.PUBLIC))
        narrowed = Exists(on_the_way.exclude(audience=Audience.PUBLIC))
        return deep_enough & Q(opened) & ~Q(narrowed) & not_kept_from(user, path)
    shut = on_the_way.filter(audience=Audience.RESTRICTED)
    admitted = AccessRule.roles.through.objects.filter(
        accessrule_id=OuterRef("pk"), group_id__in=group_ids(user)
    )
    return deep_enough & ~Q(Exists(shut.filter(~Exists(admitted)))) & not_kept_from(user, path)


def audience_condition(user: Person, model: type[Model]) -> Q:
    """For models with `audience` and `roles` of their own (pictures, documents)."""
    if is_break_glass(user):
        return Q()
    if not is_signed_in(user):
        return Q(audience=Audience.PUBLIC)
    through = cast(Any, model).roles.through
    source = through._meta.get_field(model._meta.model_name)
    admitted = through.objects.filter(**{source.attname: OuterRef("pk")}, group_id__in=group_ids(user))
    return ~Q(audience=Audience.RESTRICTED) | Q(Exists(admitted))


def search_condition(user: Person) -> Q:
    """Search documents of pages follow the page as it stands at this moment, the others what they say themselves; what
    was true until a day is found by nobody after it."""
    of_page = Q(page__live=True) & page_condition(user, "page__path", "page__depth")
    in_time = Q(shown_until=None) | Q(shown_until__gte=clock.today())
    return in_time & (of_page | (Q(page=None) & audience_condition(user, SearchDocument)))
