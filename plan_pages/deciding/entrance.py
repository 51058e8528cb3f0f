"""The way in: in the menu of those who follow matters, and one step from the start page to what is under way."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from handslag.navigation.entries import MenuEntry, named
from handslag.start.shortcuts import Shortcut
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import AT_STAKE, Matter
from plan_pages.road.rules import may_see


def follows_matters(request: HttpRequest) -> bool:
    return may_see(request.user)


def plan_under_way(request: HttpRequest) -> str | None:
    """None while nothing of the plan is submitted."""
    matters = Matter.objects.filter(series__address=ActionPlanPage.series_address, stage__in=AT_STAKE)
    matter = matters.first()
    return reverse("decisions:matter", args=[matter.pk]) if matter is not None else None


entry = MenuEntry("decisions", _("Decisions"), named("decisions:matters"), order=11, shown_to=follows_matters)
shortcut = Shortcut(
    "plan-under-way",
    _("The plan on its way to a decision"),
    plan_under_way,
    _("What the next edition changes, and why."),
    order=20,
    shown_to=follows_matters,
)
