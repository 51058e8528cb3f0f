"""What a guest is mailed: the invitation with its private address, a change, or that the meeting is off."""

from dataclasses import replace
from email.message import MIMEPart
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from contacts.bodies.calendar_file import event_of
from contacts.guests.guest import MeetingGuest
from contacts.guests.standing import holds_until
from handslag import clock
from handslag.calendar_files import Method, as_attachment, as_calendar


def letter(guest: MeetingGuest, sequence: int, *, stands: bool, secret: str = "") -> EmailMessage:
    """In the site's language: a guest has chosen none. With a `secret` it is an invitation; without, the address that
    the guest has holds on."""
    meeting = guest.meeting
    body = meeting.get_parent()
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "body": body.title,
            "meeting": meeting,
            "stands": stands,
            "address": address_of(secret) if secret else "",
            "holds_until": holds_until(meeting),
        }
        subject = render_to_string("contacts/guests/email/subject.txt", context)
        text = render_to_string("contacts/guests/email/message.txt", context)
    message = EmailMessage(
        " ".join(subject.split()),
        text,
        to=[guest.email],
        # RFC 3834: no "I am on holiday" comes back.
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.attach(_calendar(guest, body.title, sequence, stands=stands))
    return message


def address_of(secret: str) -> str:
    """Whatever host and language the request named: what is handed out leads to us."""
    with translation.override(settings.LANGUAGE_CODE):
        path = reverse("guest_address:meeting", args=[secret])
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def _calendar(guest: MeetingGuest, body: str, sequence: int, *, stands: bool) -> MIMEPart:
    """The private address stays out of it: calendars are shared, mails less so."""
    event = replace(
        event_of(body, guest.meeting),
        sequence=sequence,
        changed_at=clock.now(),
        is_cancelled=not stands,
        organizer=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        attendee=guest.email,
    )
    method = Method.REQUEST if stands else Method.CANCEL
    return as_attachment(as_calendar(body, [event], method), method, "mote.ics")
