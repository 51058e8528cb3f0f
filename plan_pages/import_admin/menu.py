"""Where importing stands in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from plan_pages.import_admin.permission import may_import
from plan_pages.import_admin.views import ImportView


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


def addresses() -> list[URLPattern]:
    return [path("plan/importera/", ImportView.as_view(), name="plan_import")]


def menu_item() -> MenuItem:
    return ImportMenuItem(
        _("Import a plan"), reverse("plan_import"), name="plan-import", icon_name="upload", order=60
    )


def connect() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
