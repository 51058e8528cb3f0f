"""The entries of a meeting, for its page."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from contacts.bodies.beside_meeting import BesideMeeting
from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.reading_log import record_listing
from contacts.dialogue.rules import in_language, with_restriction
from handslag.access.people import Person
from handslag.access.visibility import visible_to


def entries_of(meeting: Page, locale: int, user: Person) -> list[Any]:
    """Those the reader may see, of the meeting in any language; that restricted ones were listed is written down.
    `locale`: the language that is read."""
    seen = visible_to(DialogueEntryPage.objects.live(), user)
    of_meeting = seen.filter(meeting__translation_key=meeting.translation_key)
    listed = in_language(of_meeting, locale).select_related("locale")
    entries = list(with_restriction(listed).order_by("-date", "-pk"))
    record_listing(user, entries)
    return entries


def _context(request: HttpRequest, meeting: Page, read: Page) -> dict[str, Any] | None:
    entries = entries_of(meeting, read.locale_id, request.user)
    return {"entries": entries} if entries else None


beside = BesideMeeting("dialogue", _context, "contacts/dialogue/of_meeting.html", order=60)
