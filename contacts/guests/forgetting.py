"""The guests' mail addresses go some time after the meeting (GUEST_KEEP_DAYS); what they came for stays."""

import datetime

from django.conf import settings

from contacts.guests.guest import MeetingGuest
from contacts.guests.standing import KEEP_DAYS
from handslag import clock
from handslag.retention import Purge


def forget_addresses() -> int:
    """Whether the meeting was held, called off or thrown away."""
    kept = datetime.timedelta(days=getattr(settings, "GUEST_KEEP_DAYS", KEEP_DAYS))
    over = MeetingGuest.objects.filter(meeting__starts_at__lt=clock.now() - kept).exclude(email="")
    return over.update(email="", digest=None)


purge = Purge("mail addresses of meetings' guests", forget_addresses, order=85)
