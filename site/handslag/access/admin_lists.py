"""What Wagtail's admin lists without asking the permission policy: choosers, the dashboard, chosen numbers."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_list_or_404
from wagtail import hooks
from wagtail.admin.navigation import get_site_for_user
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page

from handslag.access.people import Person
from handslag.access.viewer import current_viewer
from handslag.access.visibility import has_audience, searchable, visible_to


def cut_chooser(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return searchable(pages, request.user)


def without_hidden[T](items: list[T], page_of: Any, user: Person) -> list[T]:
    """The items whose page the person may know of; things that are no pages stay."""
    pages = {page_of(item).pk for item in items if isinstance(page_of(item), Page)}
    visible = set(visible_to(Page.objects.filter(pk__in=pages), user).values_list("pk", flat=True))
    return [item for item in items if not isinstance(page_of(item), Page) or page_of(item).pk in visible]


class VisibleToModerate(WorkflowObjectsToModeratePanel):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        user = parent_context["request"].user
        return {**context, "states": without_hidden(context["states"], lambda state: state["obj"], user)}


class VisibleInModeration(UserObjectsInWorkflowModerationPanel):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        states = list(context["workflow_states"])
        user = parent_context["request"].user
        return {
            **context,
            "workflow_states": without_hidden(states, lambda state: state.content_object, user),
        }


class VisibleRecentEdits(RecentEditsPanel):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        user = parent_context["request"].user
        return {**context, "last_edits": without_hidden(context["last_edits"], lambda edit: edit[1], user)}


class VisibleLockedPages(LockedPagesPanel):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        user = parent_context["request"].user
        return {
            **context,
            "locked_pages": without_hidden(list(context["locked_pages"]), lambda page: page, user),
        }


class VisiblePagesSummary(PagesSummaryItem):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        root = get_site_for_user(self.request.user)["root_page"]
        if root is not None:
            below = visible_to(Page.objects.descendant_of(root, inclusive=True), self.request.user)
            context["total_pages"] = below.filter(depth__gt=1).count()
        return dict(context)


_REPLACED: dict[type, type] = {
    WorkflowObjectsToModeratePanel: VisibleToModerate,
    UserObjectsInWorkflowModerationPanel: VisibleInModeration,
    RecentEditsPanel: VisibleRecentEdits,
    LockedPagesPanel: VisibleLockedPages,
}


def cut_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [_REPLACED[type(panel)]() if type(panel) in _REPLACED else panel for panel in panels]


def cut_summary(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [VisiblePagesSummary(request) if type(item) is PagesSummaryItem else item for item in items]


def drop_reports(request: HttpRequest, menu_items: list[Any]) -> None:
    """The page types report counts every page (its address is closed in `admin_pages`)."""
    menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


def _visible_rows(model: Any, object_ids: Any) -> list[Any]:
    """What a bulk action is about. "All of this list" would otherwise name hidden rows as ones without access."""
    rows = model.objects.filter(pk__in=object_ids)
    viewer = current_viewer()
    if viewer is not None and (issubclass(model, Page) or has_audience(model)):
        rows = visible_to(rows, viewer)
    return get_list_or_404(rows)


def connect() -> None:
    hooks.register("construct_page_chooser_queryset", cut_chooser)
    hooks.register("construct_homepage_panels", cut_panels, order=1000)
    hooks.register("construct_homepage_summary_items", cut_summary, order=1000)
    hooks.register("construct_reports_menu", drop_reports)
    BulkAction.get_queryset = classmethod(lambda _cls, model, object_ids: _visible_rows(model, object_ids))
