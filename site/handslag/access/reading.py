"""The log of restricted reading: who, what, when (domain.md harm 10); never what it said."""

from django.db.models import Q
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule, ReadLogEntry
from handslag.access.people import Person, group_ids, is_break_glass, is_signed_in


def record_page_reading(user: Person, page: Page) -> None:
    """Log the reading where a rule on the way to the root restricts the page."""
    if not is_signed_in(user):
        return
    rules = restricting_rules(page)
    if rules:
        outside = is_break_glass(user) and not all(roles & group_ids(user) for roles in rules)
        record(user, ReadLogEntry.Kind.PAGE, page.pk, break_glass=outside)


def restricting_rules(page: Page) -> list[frozenset[int]]:
    """For each restricting rule above `page` (inclusive): the groups it admits."""
    steps = range(Page.steplen, len(page.path) + 1, Page.steplen)
    rules = AccessRule.objects.filter(
        Q(page__path__in=[page.path[:end] for end in steps]), audience=Audience.RESTRICTED
    ).prefetch_related("roles")
    return [frozenset(role.pk for role in rule.roles.all()) for rule in rules]


def record(user: Person, kind: ReadLogEntry.Kind, object_id: int, *, break_glass: bool) -> None:
    ReadLogEntry.objects.create(user_id=user.pk, kind=kind, object_id=object_id, break_glass=break_glass)
