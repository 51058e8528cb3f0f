"""The log of restricted reading: who, what, when (domain.md harm 10); never what it said."""

from collections.abc import Iterable

from django.db.models import BooleanField, Case, Q, When
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from handslag.access.carrying import CARRIED
from handslag.access.effective import restriction_of
from handslag.access.models import ReadLogEntry
from handslag.access.people import Person, group_ids, is_break_glass, is_signed_in
from handslag.access.visibility import narrowed, outside_roles

CHANGED = "handslag.access.changed"
# Addresses of the admin that show what a page says, by the argument that names the page.
SHOWING = {
    "wagtailadmin_pages:edit": "page_id",
    "wagtailadmin_pages:view_draft": "page_id",
    "wagtailadmin_pages:preview_on_edit": "page_id",
    "wagtailadmin_pages:revisions_view": "page_id",
    "wagtailadmin_pages:revisions_revert": "page_id",
    "wagtailadmin_pages:revisions_compare": "pk",
    "wagtailadmin_pages:workflow_preview": "page_id",
    "wagtailadmin_pages:workflow_history_detail": "page_id",
    "wagtailadmin_api:pages:detail": "pk",
}


def record_page_reading(user: Person, page: Page) -> None:
    """Log the reading where a rule on the way to the root restricts the page."""
    if not is_signed_in(user):
        return
    restriction = restriction_of(page)
    if restriction.is_restricted:
        outside = is_break_glass(user) and not all(roles & group_ids(user) for roles in restriction.shut)
        record(user, ReadLogEntry.Kind.PAGE, page.pk, break_glass=outside or restriction.closed)


def record_pages_shown(user: Person, numbers: Iterable[int]) -> None:
    """Log what a list tells of restricted pages: their words are read there too. Each page once; two questions."""
    shown = set(numbers)
    if not shown or not is_signed_in(user):
        return
    outside = outside_roles(user) if is_break_glass(user) else Q(pk__in=[])
    pages = narrowed(Page.objects.filter(pk__in=shown)).annotate(
        is_outside=Case(When(outside, then=True), default=False, output_field=BooleanField())
    )
    rows = [
        _entry(user, ReadLogEntry.Kind.PAGE, pk, break_glass=is_outside)
        for pk, is_outside in pages.order_by("pk").values_list("pk", "is_outside")
    ]
    if rows:
        ReadLogEntry.objects.bulk_create(rows)


def record_admin_reading(request: HttpRequest, response: HttpResponse) -> None:
    """One entry for each page shown in the editor, a preview or a comparison; refusals and saves are none."""
    match = request.resolver_match
    if (
        request.method != "GET"
        or response.status_code != 200
        or match is None
        or match.view_name not in SHOWING
    ):
        return
    page = Page.objects.filter(pk=match.kwargs[SHOWING[match.view_name]]).first()
    if page is not None:
        record_page_reading(request.user, page)


def is_new_reading(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A whole file, or its first part; later parts and "not changed" belong to a reading that is already logged."""
    if request.method != "GET" or response.status_code not in {200, 206}:
        return False
    return request.headers.get("Range", "bytes=0-").replace(" ", "").startswith("bytes=0-")


def record(user: Person, kind: ReadLogEntry.Kind, object_id: int, *, break_glass: bool) -> None:
    _entry(user, kind, object_id, break_glass=break_glass).save()


def _entry(user: Person, kind: ReadLogEntry.Kind, object_id: int, *, break_glass: bool) -> ReadLogEntry:
    return ReadLogEntry(user_id=user.pk, kind=kind, object_id=object_id, break_glass=break_glass)


def name_actions(actions: LogActionRegistry) -> None:
    """What the page's history calls a changed rule; who may see the page stays out of the text."""
    actions.register_action(CHANGED, _("Change who may see it"), _("Changed who may see the page"))
    actions.register_action(
        CARRIED, _("Keep who may see it"), _("Kept who may see the page when it was moved or copied")
    )


def connect() -> None:
    hooks.register("register_log_actions", name_actions)
