"""Turns the table of roles into groups and permissions; running it again changes nothing."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from handslag.access.roles import permissions, roles


def setup_roles() -> None:
    """Groups get exactly what the registered tables say: what a table no longer names is taken away."""
    site_roots = list(Page.objects.filter(pk__in=Site.objects.values("root_page")))
    for role in roles:
        group, _created = Group.objects.get_or_create(name=role.name)
        group.permissions.set([_permission(name) for name in _model_permissions(role.name)])
        _set_page_permissions(group, site_roots)
        _set_collection_permissions(group)
    for model in page_types_with_permissions():
        for page in Page.objects.filter(content_type=ContentType.objects.get_for_model(model)):
            set_type_permissions(page, model)


def _model_permissions(role: str) -> set[str]:
    return {name for table in permissions for name in table.model_permissions.get(role, ())}


def _permission(name: str) -> Permission:
    """Raises Permission.DoesNotExist where a table names a permission that no app has."""
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def _set_page_permissions(group: Group, site_roots: list[Page]) -> None:
    wanted = {
        f"{action}_page" for table in permissions for action in table.page_permissions.get(group.name, ())
    }
    GroupPagePermission.objects.filter(group=group, page__in=site_roots).exclude(
        permission__codename__in=wanted
    ).delete()
    for codename in sorted(wanted):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        for page in site_roots:
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _set_collection_permissions(group: Group) -> None:
    """In the root collection only: what somebody gave in other collections is theirs to keep."""
    root = Collection.get_first_root_node()
    names = {name for table in permissions for name in table.collection_permissions.get(group.name, ())}
    wanted = [_permission(name) for name in sorted(names)]
    GroupCollectionPermission.objects.filter(group=group, collection=root).exclude(
        permission__in=wanted
    ).delete()
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def page_types_with_permissions() -> set[type[Page]]:
    labels = {
        label for table in permissions for labels in table.type_permissions.values() for label in labels
    }
    return {apps.get_model(label) for label in labels}


def set_type_permissions(page: Page, model: type[Page]) -> None:
    """Also called when a page of such a type is made, so that its role can work there at once."""
    for table in permissions:
        for role, by_type in table.type_permissions.items():
            group = Group.objects.get_or_create(name=role)[0]
            for action in by_type.get(model._meta.label, ()):
                permission = Permission.objects.get(
                    content_type__app_label="wagtailcore", codename=f"{action}_page"
                )
                GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)
