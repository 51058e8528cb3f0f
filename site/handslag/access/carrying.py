"""A page that is moved, copied, translated, aliased or restored takes its restriction along.

It must not become visible to more people than before unless somebody with the right changes its rule on purpose.
Where several rules decided before, the page gets the roles that all of them name: never more people than before,
sometimes fewer.
"""

import functools
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.actions.copy_page import CopyPageAction
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import pre_page_move

from handslag.access.audiences import Audience
from handslag.access.effective import Restriction, Roles, restriction_at, restriction_of, roles_of
from handslag.access.models import AccessRule
from handslag.trash.models import TrashPage

CARRIED = "handslag.access.carried"


def carry(before: Restriction, page: Page, parent: Page) -> bool:
    """Give `page`, which comes below `parent`, the rule it needs to stay as closed as `before`; False where it
    needs none."""
    own = AccessRule.objects.filter(page_id=page.pk).prefetch_related("roles").first()
    after = restriction_at(parent.path, own=own)
    lost = [roles for roles in before.shut if not any(kept <= roles for kept in after.shut)]
    if before.closed and not after.closed:
        lost.append(frozenset())
    if lost:
        if own is not None and own.audience == Audience.RESTRICTED:
            lost.append(roles_of(own))
        _set_rule(page, Audience.RESTRICTED, frozenset.intersection(*lost))
        return True
    if (before.narrowed and not after.narrowed) or (after.is_public and not before.is_public):
        _set_rule(page, Audience.STAFF, frozenset())
        return True
    return False


def _set_rule(page: Page, audience: Audience, roles: Roles) -> None:
    with transaction.atomic():
        rule, created = AccessRule.objects.get_or_create(page_id=page.pk, defaults={"audience": audience})
        if not created and rule.audience != audience:
            rule.audience = audience
            rule.save()
        rule.roles.set(roles)
        log(instance=page, action=CARRIED)


def before_move(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """The rule is there before the page moves, so that there is no moment in between. What goes to the trash keeps
    its place in mind instead (`handslag.trash`)."""
    if (
        parent_page_before.pk == parent_page_after.pk
        or TrashPage.objects.filter(pk=parent_page_after.pk).exists()
    ):
        return
    carry(restriction_of(instance), instance, parent_page_after)


def after_creation(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Aliases and translations name the page they come from. Runs in the transaction of `Page.save()`."""
    if not created or raw or not isinstance(instance, Page) or instance.depth is None or instance.depth <= 1:
        return
    sources = Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk)
    if instance.alias_of_id is not None:
        sources = sources | Page.objects.filter(pk=instance.alias_of_id)
    for source in sources:
        carry(restriction_of(source), instance, _parent_of(instance))


def _parent_of(page: Page) -> Page:
    return Page.objects.get(path=page.path[: -Page.steplen])


def _carrying(copy_page: Any) -> Any:
    @functools.wraps(copy_page)
    def copy_with_rule(action: CopyPageAction, page: Page, *args: Any, **kwargs: Any) -> Page:
        with transaction.atomic():
            before = restriction_of(page)
            copied = copy_page(action, page, *args, **kwargs)
            carry(before, copied, _parent_of(copied))
        return copied

    copy_with_rule.carries_rules = True  # type: ignore[attr-defined]  # so that it is put on once
    return copy_with_rule


def connect() -> None:
    """Wagtail has signals for moves; a plain copy has none that names its source, so the copying step is wrapped."""
    pre_page_move.connect(before_move, dispatch_uid="handslag.access.carry_on_move")
    post_save.connect(after_creation, dispatch_uid="handslag.access.carry_on_creation")
    if not hasattr(CopyPageAction._copy_page, "carries_rules"):
        CopyPageAction._copy_page = _carrying(CopyPageAction._copy_page)
