"""Translations and aliases say what their page says, and lie elsewhere: what closes the page closes them too, a rule as
well as a move below one."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.signals import post_page_move

from handslag.access.audiences import Audience
from handslag.access.carrying import carry
from handslag.access.effective import restriction_of
from handslag.access.mail import end_subscriptions
from handslag.access.models import AccessRule
from handslag.access.reference_index import forget_below
from handslag.trash.models import TrashPage


def twins_of(page: Page) -> QuerySet[Page]:
    """The same page in other languages, and its aliases."""
    return _elsewhere(page, Page.objects.filter(pk=page.pk))


def rules_that_follow(page: Page) -> list[AccessRule]:
    """The rules of its twins that say just what its own rule says: they follow when that one is changed."""
    own = AccessRule.objects.filter(page=page).first()
    if own is None or own.audience == Audience.PUBLIC:
        return []
    roles = set(own.roles.values_list("pk", flat=True))
    others = AccessRule.objects.filter(page__in=twins_of(page), audience=own.audience)
    return [rule for rule in others if set(rule.roles.values_list("pk", flat=True)) == roles]


def close_twins(page: Page) -> None:
    """Close what says the same as the page and as those below it, as far as these are closed. From above down: where a
    translation is closed, those below it need no rule of their own."""
    below = Page.objects.descendant_of(page, inclusive=True)
    for twin in _elsewhere(page, below).order_by("path"):
        sources = below.filter(Q(translation_key=twin.translation_key) | Q(pk=twin.alias_of_id))
        parent = Page.objects.get(path=twin.path[: -Page.steplen])
        # Each is asked: of several the twin keeps what all of them demand.
        carried = [carry(restriction_of(source), twin, parent) for source in sources]
        if any(carried):
            forget_below(twin)
            end_subscriptions(twin)


def after_move(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Into a closed place; what lies in the trash closes nothing."""
    is_trash = TrashPage.objects.filter(pk=parent_page_after.pk).exists()
    if parent_page_before.pk != parent_page_after.pk and not is_trash:
        close_twins(Page.objects.get(pk=instance.pk))


def connect() -> None:
    post_page_move.connect(after_move, dispatch_uid="handslag.access.close_twins_on_move")


def _elsewhere(page: Page, sources: QuerySet[Page]) -> QuerySet[Page]:
    same = Q(translation_key__in=sources.values("translation_key")) | Q(alias_of__in=sources)
    return Page.objects.filter(same).exclude(path__startswith=page.path)
