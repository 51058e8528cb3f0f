"""The mail of a notice: what happened, when and where, what to do. In the language that is active."""

from collections.abc import Collection
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.calendar_files import Method
from handslag.reminders.addressees import address_of as mailbox_of
from training.occasions.joining import may_join
from training.occasions.kinds import OccasionState
from training.occasions.reading import in_readers_language
from training.registrations import calendar_attachment
from training.registrations.cancel_link import address_of
from training.registrations.kinds import HAS_A_PLACE, HOLDS_A_PLACE, RegistrationState
from training.registrations.notice import NoticeKind, RegistrationNotice
from training.registrations.possible import is_too_late, refusal
from training.registrations.registration import Registration

SUBJECTS: dict[str, str | Promise] = {
    NoticeKind.CONFIRMED: _("You have a place: %(course)s"),
    NoticeKind.WAITING: _("You are in the queue: %(course)s"),
    NoticeKind.OFFERED: _("A place is offered to you: %(course)s"),
    NoticeKind.RAN_OUT: _("The time to accept the place is over: %(course)s"),
    NoticeKind.CANCELLED: _("Your registration is cancelled: %(course)s"),
    NoticeKind.LEFT: _("You are no longer in the queue: %(course)s"),
    NoticeKind.MOVED: _("New time or place: %(course)s"),
    NoticeKind.CALLED_OFF: _("The occasion is cancelled: %(course)s"),
}
# What a calendar is to do.
FILES = {
    NoticeKind.CONFIRMED: Method.PUBLISH,
    NoticeKind.MOVED: Method.PUBLISH,
    NoticeKind.CANCELLED: Method.CANCEL,
    NoticeKind.CALLED_OFF: Method.CANCEL,
}
# News of a state that has passed meanwhile would mislead.
EXPECTED = (*HOLDS_A_PLACE, RegistrationState.WAITING)
ONLY_WHILE = {
    NoticeKind.CONFIRMED: (RegistrationState.CONFIRMED,),
    NoticeKind.WAITING: (RegistrationState.WAITING,),
    NoticeKind.OFFERED: (RegistrationState.OFFERED,),
    NoticeKind.MOVED: EXPECTED,
    NoticeKind.CALLED_OFF: EXPECTED,
}
ONLY_WHILE_HELD = (NoticeKind.CONFIRMED, NoticeKind.WAITING, NoticeKind.OFFERED, NoticeKind.MOVED)
# Where the person has registered anew since, that somebody gave up a place holds only while there is none again.
NOT_WHILE_THERE_IS = {
    NoticeKind.CANCELLED: HAS_A_PLACE,
    NoticeKind.LEFT: EXPECTED,
    NoticeKind.RAN_OUT: EXPECTED,
}
# Whoever has no place yet has nothing of it in a calendar.
WITHOUT_A_PLACE = (RegistrationState.WAITING, RegistrationState.OFFERED)


def letter(notice: RegistrationNotice) -> EmailMessage | None:
    """None: what it was to say no longer holds."""
    row = notice.registration
    if not is_news(notice.kind, row):
        return None
    occasion = row.occasion
    reader = row.person or AnonymousUser()
    in_readers_language([occasion], reader)
    context = {
        "kind": notice.kind,
        "row": row,
        "occasion": occasion,
        "days": list(occasion.days.all()),
        "link": address_of(row),
        "may_cancel": not is_too_late(occasion, row),
        "may_register": refusal(occasion) is None,
        "may_join": notice.kind in ONLY_WHILE_HELD and may_join(reader, occasion),
        "mine": urljoin(f"{settings.WAGTAILADMIN_BASE_URL}/", reverse("registrations:mine")),
        "register": urljoin(
            f"{settings.WAGTAILADMIN_BASE_URL}/", reverse("registrations:register", args=[occasion.pk])
        ),
    }
    message = EmailMessage(
        " ".join((str(SUBJECTS[notice.kind]) % {"course": occasion.read_course.title}).split()),
        render_to_string("training/registrations/message.txt", context),
        to=[mailbox_of(row.person)],
        # RFC 3834: no "I am on holiday" comes back.
        headers={"Auto-Submitted": "auto-generated"},
    )
    method = FILES.get(NoticeKind(notice.kind))
    if method is not None and row.state not in WITHOUT_A_PLACE:
        message.attach(calendar_attachment.of(occasion, method))
    return message


def is_news(kind: str, row: Registration) -> bool:
    if row.state not in ONLY_WHILE.get(NoticeKind(kind), RegistrationState.values):
        return False
    if kind in ONLY_WHILE_HELD and row.occasion.state != OccasionState.OPEN:
        return False
    if (since := NOT_WHILE_THERE_IS.get(NoticeKind(kind))) is not None and _anew(row, since):
        return False
    return kind != NoticeKind.OFFERED or row.offer_until is None or row.offer_until > clock.now()


def _anew(row: Registration, states: Collection[str]) -> bool:
    """Of the same person to the same occasion there is one that stands, at most."""
    others = Registration.objects.filter(occasion=row.occasion_id, person=row.person_id, state__in=states)
    return others.exclude(pk=row.pk).exists()
