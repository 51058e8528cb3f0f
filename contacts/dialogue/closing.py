"""An exposure matter is closed before its words are stored, by whatever road they come (B-1.5).

What is closed stays closed when the kind is changed afterwards: earlier versions still say what they said. Copies,
aliases and translations that were made while the entry was open are closed with it.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.signals import post_save, pre_save
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from contacts.dialogue.entries import kinds_set
from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import ROLE, MatterKind
from handslag.access.audiences import Audience
from handslag.access.mail import end_subscriptions
from handslag.access.models import AccessRule
from handslag.access.reading import CHANGED
from handslag.access.reference_index import forget_below


def before_entry(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw or instance.pk is None:
        return
    if instance.kind != MatterKind.CONSULTATION or DialogueEntryPage.is_always_restricted(instance.pk):
        _close(instance.pk)


def after_entry(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A new page has no number before it is saved; both happen in the transaction of `Page.save()`."""
    if created and not raw and instance.kind != MatterKind.CONSULTATION:
        _set_rule(instance)


def before_revision(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A draft is enough: who edits, compares or looks in the history would read it."""
    content = instance.content if isinstance(instance.content, dict) else {}
    if raw or content.get("kind") in (None, MatterKind.CONSULTATION):
        return
    if instance.content_type.model_class() is DialogueEntryPage:
        _close(int(instance.object_id))


@transaction.atomic
def _close(pk: int) -> None:
    """When it becomes an exposure matter, whatever rule it had; later the roles that somebody chose on purpose stay."""
    if not (DialogueEntryPage.is_always_restricted(pk) and _is_closed(pk)):
        _close_anew(pk)


def after_update(sender: type, numbers: list[int], exposed: list[int], **kwargs: Any) -> None:
    """Nobody chose the roles with the kind in mind: they are the log's own again. What was closed by its kind alone,
    its rule lost, is closed by a rule before the kind says nothing any more."""
    told = DialogueEntryPage.objects.filter(pk__in=numbers).exclude(kind=MatterKind.CONSULTATION)
    anew = set(told.values_list("pk", flat=True))
    anew.update(pk for pk in exposed if not _is_closed(pk))
    for pk in sorted(anew):
        _close_anew(pk)


def _close_anew(pk: int) -> None:
    for page in _same_matter(pk):
        _set_rule(page)
        log(instance=page, action=CHANGED)
        forget_below(page)
        end_subscriptions(page)


def _is_closed(pk: int) -> bool:
    return AccessRule.objects.filter(page=pk, audience=Audience.RESTRICTED).exists()


def _same_matter(pk: int) -> QuerySet[DialogueEntryPage]:
    key = Page.objects.filter(pk=pk).values("translation_key")
    return DialogueEntryPage.objects.filter(Q(pk=pk) | Q(alias_of=pk) | Q(translation_key__in=key))


def _set_rule(page: Page) -> None:
    rule, _created = AccessRule.objects.update_or_create(
        page_id=page.pk, defaults={"audience": Audience.RESTRICTED}
    )
    rule.roles.set([Group.objects.get_or_create(name=ROLE)[0]])


def connect() -> None:
    pre_save.connect(before_entry, sender=DialogueEntryPage, dispatch_uid="contacts.dialogue.before_entry")
    post_save.connect(after_entry, sender=DialogueEntryPage, dispatch_uid="contacts.dialogue.after_entry")
    kinds_set.connect(after_update, sender=DialogueEntryPage, dispatch_uid="contacts.dialogue.after_update")
    pre_save.connect(before_revision, sender=Revision, dispatch_uid="contacts.dialogue.before_revision")
