"""Meetings for calendars: when, where and whether; never what was said or who was there."""

from collections.abc import Iterable

from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from handslag.calendar_files import CalendarEvent, as_calendar


def meetings_as_calendar(name: str, meetings: Iterable[MeetingPage]) -> bytes:
    return as_calendar(name, (event_of(name, meeting) for meeting in meetings))


def event_of(name: str, meeting: MeetingPage) -> CalendarEvent:
    return CalendarEvent(
        uid=f"{meeting.translation_key}@handslag",
        sequence=meeting.sequence,
        summary=f"{name}: {meeting.title}",
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        changed_at=meeting.last_published_at or meeting.starts_at,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        place=meeting.place,
        url=meeting.link,
    )
