"""`setup_roles` makes the table true, and running it again changes nothing."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from handslag.access.roles import permissions, roles
from tests.support.restricted import tree as trees

pytestmark = pytest.mark.django_db


def state() -> dict[str, Any]:
    return {
        group.name: (
            sorted(group.permissions.values_list("content_type__app_label", "codename")),
            sorted(
                GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission__codename")
            ),
            sorted(
                GroupCollectionPermission.objects.filter(group=group).values_list(
                    "collection_id", "permission_id"
                )
            ),
        )
        for group in Group.objects.all()
    }


def test_setup_roles__is_idempotent_and_takes_away_what_the_table_does_not_name(db: None) -> None:
    tree = trees.grow()
    call_command("setup_roles", verbosity=0)
    before = state()
    editor = Group.objects.get(name="editor")
    editor.permissions.add(Permission.objects.get(codename="delete_user"))
    lock = Permission.objects.get(content_type__app_label="wagtailcore", codename="lock_page")
    GroupPagePermission.objects.create(group=editor, page=tree.home, permission=lock)
    GroupCollectionPermission.objects.create(
        group=Group.objects.get(name="staff"),
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(content_type__app_label="wagtailimages", codename="add_image"),
    )
    assert state() != before
    call_command("setup_roles", verbosity=0)
    assert state() == before


def test_table__names_only_roles_that_exist() -> None:
    names = {role.name for role in roles}
    for table in permissions:
        files_and_types = (table.collection_permissions, table.type_permissions)
        for column in (table.model_permissions, table.page_permissions, *files_and_types):
            assert set(column) <= names, table.name
