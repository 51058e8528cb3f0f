"""Rules that come with a page's type are made in the same transaction as the page."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import post_save

from handslag.access.models import AccessRule
from handslag.pages.models import HandslagPage


def give_rule_from_type(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A new page of a type with an audience of its own gets its rule; without this row it would be open to staff."""
    if not created or raw or not isinstance(instance, HandslagPage) or instance.audience_from_start is None:
        return
    rule, _created = AccessRule.objects.get_or_create(
        page_id=instance.pk, defaults={"audience": instance.audience_from_start}
    )
    rule.roles.set([Group.objects.get_or_create(name=name)[0] for name in instance.roles_from_start])


def connect() -> None:
    post_save.connect(give_rule_from_type, dispatch_uid="handslag.access.rule_from_type")
