"""A meeting that is published anew, taken away or put back is news to its guests."""

from typing import Any

from wagtail.signals import page_published, page_unpublished, post_page_move

from contacts.bodies.meeting import MeetingPage
from contacts.guests.sending import send_soon


def meeting_changed(sender: type, **kwargs: Any) -> None:
    """A draft is no change: it is not published."""
    if issubclass(sender, MeetingPage):
        send_soon()


def page_moved(sender: type, **kwargs: Any) -> None:
    """To the trash and back, also with the body above it."""
    send_soon()


def connect() -> None:
    page_published.connect(meeting_changed, dispatch_uid="contacts.guests.published")
    page_unpublished.connect(meeting_changed, dispatch_uid="contacts.guests.unpublished")
    post_page_move.connect(page_moved, dispatch_uid="contacts.guests.moved")
