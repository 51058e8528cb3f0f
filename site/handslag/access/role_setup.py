"""Turns the table of roles into groups and permissions; running it again changes nothing."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page, Site

from handslag.access.roles import permissions, roles


def setup_roles() -> None:
    """Groups get exactly what the registered tables say: what a table no longer names is taken away."""
    site_roots = list(Page.objects.filter(pk__in=Site.objects.values("root_page")))
    for role in roles:
        group, _created = Group.objects.get_or_create(name=role.name)
        group.permissions.set([_permission(name) for name in _model_permissions(role.name)])
        _set_page_permissions(group, site_roots)


def _model_permissions(role: str) -> set[str]:
    return {name for table in permissions for name in table.model_permissions.get(role, ())}


def _permission(name: str) -> Permission:
    """Raises Permission.DoesNotExist where a table names a permission that no app has."""
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def _set_page_permissions(group: Group, site_roots: list[Page]) -> None:
    wanted = {f"{action}_page" for table in permissions for action in table.page_permissions.get(group.name, ())}
    GroupPagePermission.objects.filter(group=group, page__in=site_roots).exclude(
        permission__codename__in=wanted
    ).delete()
    for codename in sorted(wanted):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        for page in site_roots:
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
