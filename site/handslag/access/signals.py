"""Rules that come with a page's type are made in the same transaction as the page; connections of the feature."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import post_save

from handslag.access import (
    admin_lists,
    carrying,
    chosen,
    links,
    mail,
    model_log,
    page_policy,
    people_filters,
    reading,
    reference_index,
    rule_admin,
    rule_guard,
    seen_tree,
    twins,
)
from handslag.access.models import AccessRule
from handslag.access.role_setup import set_type_permissions
from handslag.pages.models import HandslagPage


def give_rule_from_type(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A new page of a type with an audience of its own gets its rule; without this row it would be open to staff."""
    if not created or raw or not isinstance(instance, HandslagPage):
        return
    set_type_permissions(instance, type(instance))
    if instance.audience_from_start is None:
        return
    rule, _created = AccessRule.objects.get_or_create(
        page_id=instance.pk, defaults={"audience": instance.audience_from_start}
    )
    rule.roles.set([Group.objects.get_or_create(name=name)[0] for name in instance.roles_from_start])


def connect() -> None:
    """First the type's rule, then what is carried from the page's source: that may only narrow it."""
    post_save.connect(give_rule_from_type, dispatch_uid="handslag.access.rule_from_type")
    for part in (
        carrying,
        twins,
        rule_guard,
        page_policy,
        admin_lists,
        links,
        mail,
        model_log,
        people_filters,
        reading,
        reference_index,
        rule_admin,
        seen_tree,
        chosen,
    ):
        part.connect()
