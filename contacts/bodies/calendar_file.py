"""Meetings as iCalendar (RFC 5545): when, where and whether; never what was said or who was there."""

import datetime
from collections.abc import Iterable

from icalendar import Calendar, Event

from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage

PRODUCT = "-//Handslag//Meetings//SV"
STATUS = {
    MeetingState.PLANNED: "CONFIRMED",
    MeetingState.HELD: "CONFIRMED",
    MeetingState.CANCELLED: "CANCELLED",
}


def as_calendar(name: str, meetings: Iterable[MeetingPage]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for meeting in meetings:
        calendar.add_component(_event(name, meeting))
    content: bytes = calendar.to_ical()
    return content


def _event(name: str, meeting: MeetingPage) -> Event:
    """One UID for the meeting's whole life: a calendar moves or strikes it out instead of showing it twice."""
    event = Event()
    event.add("uid", f"{meeting.translation_key}@handslag")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", _utc(meeting.last_published_at or meeting.starts_at))
    event.add("dtstart", _utc(meeting.starts_at))
    if meeting.ends_at is not None:
        event.add("dtend", _utc(meeting.ends_at))
    event.add("summary", f"{name}: {meeting.title}")
    event.add("status", STATUS[MeetingState(meeting.state)])
    if meeting.place:
        event.add("location", meeting.place)
    if meeting.link:
        event.add("url", meeting.link)
    return event


def _utc(moment: datetime.datetime) -> datetime.datetime:
    """In universal time no calendar needs to know our time zone."""
    return moment.astimezone(datetime.UTC).replace(microsecond=0)
