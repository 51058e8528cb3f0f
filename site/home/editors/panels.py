"""The panels of the admin's first page: what waits, what is unfinished, what has grown old."""

import datetime
from typing import Any, cast

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.query import PageQuerySet

from handslag import clock
from handslag.access.visibility import visible_to
from home.start.waiting import waiting_first

SHOWN = 5
# A page nobody has published anew for a year may no longer be true.
OLD_AFTER = datetime.timedelta(days=365)


class WaitingPanel(Component):
    """What apps say waits for this person, the same as on the start page of the intranet."""

    name = "handslag_waiting"
    template_name = "home/editors/waiting_panel.html"
    order = 100

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {"waiting": waiting_first(parent_context["request"].user)}


class DraftsPanel(Component):
    """Pages this person changed last and nobody has published since."""

    name = "handslag_drafts"
    template_name = "home/editors/drafts_panel.html"
    order = 110

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        drafts = pages_seen_in(request).filter(
            has_unpublished_changes=True, latest_revision__user=request.user
        )
        newest = drafts.order_by("-latest_revision_created_at", "pk")
        return {"drafts": newest.specific(defer=True)[:SHOWN], "number": drafts.count(), "request": request}


class OldPagesPanel(Component):
    """The oldest of the published pages that this person answers for."""

    name = "handslag_old_pages"
    template_name = "home/editors/old_pages_panel.html"
    order = 240

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        mine = self.pages_of(request)
        limit = clock.now() - OLD_AFTER
        old = mine.filter(last_published_at__lt=limit).specific(defer=True)[:SHOWN]
        oldest = None if old else mine.values_list("last_published_at", flat=True).first()
        return {
            "pages": old,
            "next_day": oldest + OLD_AFTER if oldest else None,
            "request": request,
        }

    def pages_of(self, request: HttpRequest) -> PageQuerySet:
        """A page is answered for by its owner."""
        mine = pages_seen_in(request).filter(live=True, owner=request.user, last_published_at__isnull=False)
        return mine.order_by("last_published_at", "pk")


def pages_seen_in(request: HttpRequest) -> PageQuerySet:
    return cast(PageQuerySet, visible_to(Page.objects.all(), request.user))


def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels += [WaitingPanel(), DraftsPanel(), OldPagesPanel()]
