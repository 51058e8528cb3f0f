"""The occasion for the calendar of who is registered: the same events as on its page, so that it is there once."""

import dataclasses

from handslag.calendar_files import Method, as_calendar
from training.occasions.calendar_file import events_of
from training.occasions.occasion import Occasion

NAME = "utbildning.ics"


def of(occasion: Occasion, method: Method) -> bytes:
    """CANCEL takes it out of the calendar, also where only this person does not come."""
    events = events_of(occasion)
    if method == Method.CANCEL:
        events = [dataclasses.replace(event, is_cancelled=True) for event in events]
    return as_calendar(occasion.course.title, events, method)
