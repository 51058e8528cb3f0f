"""Events as iCalendar (RFC 5545), as calendar programs read them from a feed, a file or a mail."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import MIMEPart
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress

PRODUCT = "-//Handslag//Calendar//SV"


class Method(StrEnum):
    """What the receiving program is to do (RFC 5546, 1.4). A feed or a file publishes; a mail asks and calls off."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True)
class CalendarEvent:
    """One `uid` for the event's whole life and a `sequence` that grows with each change: a calendar then moves or
    strikes it out instead of showing it twice. Times are aware; `changed_at` is when the last change was made. What is
    mailed names who asks and who is asked by their addresses (RFC 5546, 3.2.2)."""

    uid: str
    sequence: int
    summary: str
    starts_at: datetime.datetime
    ends_at: datetime.datetime | None
    changed_at: datetime.datetime
    is_cancelled: bool = False
    place: str = ""
    url: str = ""
    description: str = ""
    organizer: str = ""
    attendee: str = ""


def as_calendar(name: str, events: Iterable[CalendarEvent], method: Method = Method.PUBLISH) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_component(event))
    content: bytes = calendar.to_ical()
    return content


def as_attachment(calendar: bytes, method: Method, filename: str) -> MIMEPart:
    """For a mail: with the method in its type, as mail programs look for it (RFC 6047, 2.4)."""
    part = MIMEPart()
    part.set_content(
        calendar.decode(),
        subtype="calendar",
        # Every mail server passes it, and its lines end as a calendar wants them.
        cte="quoted-printable",
        disposition="attachment",
        filename=filename,
        params={"method": str(method)},
    )
    return part


def _component(event: CalendarEvent) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("sequence", event.sequence)
    component.add("dtstamp", _utc(event.changed_at))
    component.add("dtstart", _utc(event.starts_at))
    if event.ends_at is not None:
        component.add("dtend", _utc(event.ends_at))
    component.add("summary", event.summary)
    component.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    for name, text in (("location", event.place), ("url", event.url), ("description", event.description)):
        if text:
            component.add(name, text)
    for name, address in (("organizer", event.organizer), ("attendee", event.attendee)):
        if address:
            component.add(name, vCalAddress(f"mailto:{address}"))
    return component


def _utc(moment: datetime.datetime) -> datetime.datetime:
    """In universal time no calendar needs to know our time zone."""
    return moment.astimezone(datetime.UTC).replace(microsecond=0)
