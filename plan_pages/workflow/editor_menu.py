"""In the editor: the way to what is asked before a text is submitted, in place of a button that asks nothing.

Wagtail's own addresses still work and obey the same rules.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
)
from wagtail.models import Page

from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.pages.decided import DecidedPage
from plan_pages.pages.menu import edited_type
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.rules import may, may_see
from plan_pages.road.table import Action

# Taking back is done on the matter's page, with a word why.
OF_WAGTAIL = (SubmitForModerationMenuItem, RestartWorkflowMenuItem, CancelWorkflowMenuItem)


class LinkMenuItem(ActionMenuItem):
    """Leads somewhere; saved is what autosave or the button beside it has saved, and `help_text` says so."""

    name = "plan-road"
    template_name = "plan_pages/workflow/menu_item.html"

    def __init__(self, label: Any, url: str, icon_name: str, help_text: Any = "") -> None:
        super().__init__()
        self.label, self.url, self.icon_name, self.help_text = label, url, icon_name, help_text

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return self.url

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "help_text": self.help_text}


def towards_a_decision(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    if not issubclass(edited_type(request, context), DecidedPage):
        return
    menu_items[:] = [item for item in menu_items if not isinstance(item, OF_WAGTAIL)]
    if context["view"] == "edit" and (link := _link(request, context["page"])) is not None:
        menu_items.append(link)


def _link(request: HttpRequest, page: Page) -> LinkMenuItem | None:
    """None for a copy, which belongs to no plan, and for those who have no part in it."""
    series = EditionSeries.objects.filter(page_id=page.pk).first()
    if series is None:
        return None
    found = Matter.objects.exclude(stage=Stage.CLOSED).filter(series=series).first()
    if may(request.user, Action.SUBMIT, found or Matter(series=series)):
        other = [] if series.address == ActionPlanPage.series_address else [series.address]
        return LinkMenuItem(
            _("Submit for review …"),
            reverse("decisions:prepare", args=other),
            "resubmit",
            _("Save the draft first; what is not saved is not sent along."),
        )
    if found is not None and found.stage != Stage.DRAFTING and may_see(request.user):
        return LinkMenuItem(
            _("Go to the matter"), reverse("decisions:matter", args=[found.pk]), "arrow-right"
        )
    return None


def connect() -> None:
    hooks.register("construct_page_action_menu", towards_a_decision, order=10)
