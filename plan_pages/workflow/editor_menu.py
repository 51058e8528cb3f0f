"""In the editor: the way to what is asked before a text is submitted, in place of a button that asks nothing."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, RestartWorkflowMenuItem, SubmitForModerationMenuItem

from plan_pages.pages.decided import DecidedPage
from plan_pages.road.matter import Stage
from plan_pages.road.rules import may
from plan_pages.road.table import Action
from plan_pages.workflow.tasks import open_matter_of


class LinkMenuItem(ActionMenuItem):
    """Leads somewhere; saved is what autosave or the button beside it has saved."""

    def __init__(self, label: Any, url: str, order: int) -> None:
        super().__init__(order=order)
        self.label, self.url = label, url

    name = "plan-road"
    icon_name = "resubmit"

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return self.url

    def is_shown(self, context: dict[str, Any]) -> bool:
        return True


def towards_a_decision(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    page = context.get("page")
    page = page.specific if page is not None else None
    if not isinstance(page, DecidedPage):
        return
    menu_items[:] = [
        item
        for item in menu_items
        if not isinstance(item, SubmitForModerationMenuItem | RestartWorkflowMenuItem)
    ]
    matter = open_matter_of(page)
    if matter is not None and matter.stage != Stage.DRAFTING:
        address = reverse("decisions:matter", args=[matter.pk])
        menu_items.append(LinkMenuItem(_("Go to the matter"), address, order=5))
    elif page.series is not None and (matter is None or may(request.user, Action.PREPARE, matter)):
        menu_items.append(LinkMenuItem(_("Submit for review …"), reverse("decisions:prepare"), order=15))


def connect() -> None:
    hooks.register("construct_page_action_menu", towards_a_decision, order=10)
