"""The rounds that belong to a meeting, on its page."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from contacts.bodies.beside_meeting import BesideMeeting
from contacts.routines.run import RoutineRun


def _context(request: HttpRequest, meeting: Page, read: Page) -> dict[str, Any] | None:
    runs = (
        list(RoutineRun.objects.filter(meeting=meeting.pk).with_progress()) if meeting.pk is not None else []
    )
    return {"runs": runs} if runs else None


beside = BesideMeeting("routines", _context, "contacts/routines/of_meeting.html", order=50)
