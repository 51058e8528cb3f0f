"""Whether an invitation stands, how long its address holds, and which letters wait.

What waits follows from the rows alone: nothing is lost when a letter fails or a worker dies, and nobody is told twice.
"""

import datetime

from django.conf import settings
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.db.models.functions import Substr
from wagtail.models import Page

from contacts.bodies.kinds import MeetingState
from contacts.bodies.lapses import local_day
from contacts.bodies.meeting import MeetingPage
from contacts.guests.guest import MeetingGuest
from handslag import clock
from handslag.reminders.outstanding import CLAIM_HOLDS
from handslag.sensible_days import days_after
from handslag.trash.models import TrashPage

# GUEST_ADDRESS_DAYS and GUEST_KEEP_DAYS.
ADDRESS_DAYS, KEEP_DAYS = 7, 30


def with_standing(guests: QuerySet[MeetingGuest]) -> QuerySet[MeetingGuest]:
    """`is_there`: readers find the meeting, on its day or called off. `stands`: the guest is expected."""
    trash = TrashPage.objects.filter(path=Substr(OuterRef("meeting__path"), 1, 2 * Page.steplen))
    is_there = Q(meeting__live=True) & ~Exists(trash)
    stands = Q(is_there=True, withdrawn_at=None, meeting__state=MeetingState.PLANNED)
    return guests.annotate(is_there=ExpressionWrapper(is_there, BooleanField())).annotate(
        stands=ExpressionWrapper(stands, BooleanField())
    )


def waiting() -> QuerySet[MeetingGuest]:
    """Those who are to get a letter: about meetings that lie ahead; what is past moves no calendar."""
    news = Q(told_of=None) | Q(is_called_off=True) | ~Q(told_of=F("meeting__sequence"))
    # Also where an invitation anew waits: what was mailed before it stands in a calendar.
    taken_back = Q(stands=False, is_called_off=False, ics_sequence__isnull=False, mailed_at__isnull=False)
    # Held before its time is no word to a guest.
    ahead = MeetingGuest.objects.filter(meeting__starts_at__gt=clock.now()).exclude(email="")
    return (
        with_standing(ahead)
        .exclude(meeting__state=MeetingState.HELD)
        .filter(Q(stands=True) & news | taken_back)
    )


def with_waiting(guests: QuerySet[MeetingGuest]) -> QuerySet[MeetingGuest]:
    """`is_waiting`: a letter to the guest is still to go out. None is after the meeting, or when it was called off
    before anything was mailed."""
    return guests.annotate(is_waiting=Exists(waiting().filter(pk=OuterRef("pk"))))


def unclaimed() -> QuerySet[MeetingGuest]:
    return waiting().filter(free_to_claim())


def free_to_claim() -> Q:
    """What is claimed for longer belonged to a run that died."""
    return Q(claimed_at=None) | Q(claimed_at__lt=clock.now() - CLAIM_HOLDS)


def takes_guests(meeting: MeetingPage) -> bool:
    return bool(meeting.live and meeting.state == MeetingState.PLANNED and meeting.starts_at > clock.now())


def holds_until(meeting: MeetingPage) -> datetime.date:
    """The last day of the private address; it moves with the meeting."""
    days: int = getattr(settings, "GUEST_ADDRESS_DAYS", ADDRESS_DAYS)
    return days_after(local_day(meeting.ends_at or meeting.starts_at), days)
