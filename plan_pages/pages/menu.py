"""The plan's workbench in the admin's menu: what an editor comes for is one click away."""

from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, UnpublishMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.pages.decided import DecidedPage


class PlanMenuItem(MenuItem):
    """Leads to the draft; not shown to who may not write it, or where there is no plan yet."""

    def workbench(self) -> Page | None:
        series = EditionSeries.objects.filter(address=ActionPlanPage.series_address).first()
        return ActionPlanPage.objects.filter(pk=series.page_id, trashed=None).first() if series else None

    def is_shown(self, request: HttpRequest) -> bool:
        page = self.workbench()
        return page is not None and bool(page.permissions_for_user(request.user).can_edit())

    def render_component(self, request: HttpRequest) -> Any:
        item, page = super().render_component(request), self.workbench()
        if page is not None:
            item.url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return item


def menu_item() -> MenuItem:
    return PlanMenuItem(_("The plan's draft"), "", name="plan-draft", icon_name="doc-full", order=40)


def without_publishing(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Creating a page asks the page above whether publishing is allowed, so the button would be there."""
    if issubclass(edited_type(request, context), DecidedPage):
        menu_items[:] = [
            item for item in menu_items if not isinstance(item, PublishMenuItem | UnpublishMenuItem)
        ]


def edited_type(request: HttpRequest, context: dict[str, Any]) -> type[Page]:
    """While a page is created Wagtail names its kind in the address only."""
    if "page" in context:
        return type(context["page"].specific)
    names = request.resolver_match.kwargs if request.resolver_match else {}
    return apps.get_model(names["content_type_app_name"], names["content_type_model_name"])


def connect() -> None:
    hooks.register("register_admin_menu_item", menu_item)
    hooks.register("construct_page_action_menu", without_publishing)
