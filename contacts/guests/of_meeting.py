"""The way from a meeting's page to its guests, for those who keep the body."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from contacts.bodies.beside_meeting import BesideMeeting
from contacts.bodies.keepers import may_keep_body


def _context(request: HttpRequest, meeting: Page, read: Page) -> dict[str, Any] | None:
    return {} if meeting.pk is not None and may_keep_body(request.user) else None


beside = BesideMeeting("guests", _context, "contacts/guests/of_meeting.html", order=10, is_link=True)
