"""The admin's page for it, and where it stands in the menu."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from handslag.access.people import Person, is_signed_in
from handslag.access.reading import CHANGED
from plan_pages.audience_admin.form import AudienceForm
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.searching.provider import refresh_series

PERMISSION = "plan_pages.change_editionseries"


def may_set_audience(user: Person) -> bool:
    """The coordinator (the table of roles) and superusers."""
    return is_signed_in(user) and bool(user.has_perm(PERMISSION))  # type: ignore[union-attr]  # PermissionsMixin


class AudienceView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "plan_pages/audience_admin/audience.html"
    page_title = gettext_lazy("Who reads the plan")
    header_icon = "view"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = AudienceForm(instance=self._series(request))
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = AudienceForm(request.POST, instance=self._series(request))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        with transaction.atomic():
            series = form.save()
            log(instance=series.page, action=CHANGED)
            transaction.on_commit(lambda: refresh_series(series), robust=True)
        messages.success(request, _("Who reads the plan has been changed."))
        return redirect("plan_audience")

    def _series(self, request: HttpRequest) -> EditionSeries:
        """Raises PermissionDenied without the right, Http404 where there is no plan."""
        if not may_set_audience(request.user):
            raise PermissionDenied
        series = EditionSeries.objects.filter(address=ActionPlanPage.series_address).first()
        if series is None:
            raise Http404
        return series


class AudienceMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_set_audience(request.user) and EditionSeries.objects.exists()


def menu_item() -> MenuItem:
    return AudienceMenuItem(
        gettext_lazy("Who reads the plan"),
        reverse("plan_audience"),
        name="plan-audience",
        icon_name="view",
        order=70,
    )


def addresses() -> list[URLPattern]:
    return [path("plan/lasare/", AudienceView.as_view(), name="plan_audience")]


def connect() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
