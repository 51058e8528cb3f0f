"""The trash in the admin."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handslag.trash.listing import may_restore, trashed_for
from handslag.trash.models import TrashedPage
from handslag.trash.moving import CannotBeRestoredError, restore
from handslag.trash.purging import KEPT


def trash(request: HttpRequest) -> HttpResponse:
    rows = [(row, row.trashed_at + KEPT) for row in trashed_for(request.user)]
    return render(request, "handslag/trash/trash.html", {"rows": rows, "days": KEPT.days})


@require_POST
def restore_page(request: HttpRequest, trashed_id: int) -> HttpResponse:
    """Raises Http404 for rows that the person may not know of."""
    trashed = TrashedPage.objects.select_related("page", "parent").filter(pk=trashed_id).first()
    if trashed is None or not may_restore(request.user, trashed):
        raise Http404
    try:
        page = restore(trashed, request.user)
    except CannotBeRestoredError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(
            request, _("“%(title)s” is back where it was.") % {"title": page.get_admin_display_title()}
        )
    return redirect("handslag_trash")
