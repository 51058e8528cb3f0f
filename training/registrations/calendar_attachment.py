"""The occasion for the calendar of who is registered: the same events as on its page, so that it is there once."""

import dataclasses
from email.message import MIMEPart
from email.utils import parseaddr

from django.conf import settings

from handslag import clock
from handslag.calendar_files import Method, as_attachment, as_calendar
from training.occasions.calendar_file import events_of
from training.occasions.occasion import Occasion

NAME = "utbildning.ics"


def of(occasion: Occasion, method: Method) -> MIMEPart:
    """For whoever has a place, or had one: CANCEL takes it out of the calendar, also where only this person does not
    come. The occasion's SEQUENCE does not know of that: of two with the same, the later DTSTAMP counts (RFC 5546,
    2.1.5)."""
    events = [
        dataclasses.replace(
            event,
            changed_at=clock.now(),
            is_cancelled=event.is_cancelled or method == Method.CANCEL,
            organizer=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        )
        for event in events_of(occasion, with_link=method == Method.PUBLISH)
    ]
    return as_attachment(as_calendar(occasion.course.title, events, method), method, NAME)
