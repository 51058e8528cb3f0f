"""Where the trash stands in the admin: two addresses, a menu entry, names for the page's history."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from handslag.retention import Purge, purges
from handslag.trash import deleting
from handslag.trash.moving import RESTORED, TRASHED
from handslag.trash.purging import purge_trash
from handslag.trash.views import restore_page, trash


class TrashMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("wagtailadmin.access_admin"))


def addresses() -> list[URLPattern]:
    return [
        path("papperskorg/", trash, name="handslag_trash"),
        path("papperskorg/<int:trashed_id>/aterstall/", restore_page, name="handslag_trash_restore"),
    ]


def menu_item() -> MenuItem:
    return TrashMenuItem(_("Trash"), reverse("handslag_trash"), name="trash", icon_name="bin", order=1900)


def name_actions(actions: LogActionRegistry) -> None:
    actions.register_action(TRASHED, _("Delete"), _("Moved the page to the trash"))
    actions.register_action(RESTORED, _("Restore"), _("Restored the page from the trash"))


def connect() -> None:
    deleting.connect()
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
    hooks.register("register_log_actions", name_actions)
    purges.register(Purge("trash", purge_trash, order=10))
