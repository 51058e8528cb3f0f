"""Requests go when their time is over, with all that was written in them; only how many is said."""

import datetime

from django.db.models import Max
from django.db.models.functions import Coalesce

from contacts.guidance.acting import close
from contacts.guidance.kinds import Status
from contacts.guidance.request import GuidanceRequest
from handslag import clock
from handslag.forms.moved_on import MovedOnError
from handslag.retention import Purge

# An answered request that nobody says more in is closed: it waits for nobody.
SILENT = datetime.timedelta(days=60)


def purge_requests() -> int:
    """How many requests were removed, also those that nobody answered; their messages go with them, uncounted."""
    _close_silent()
    over = GuidanceRequest.objects.filter(purge_on__lt=clock.today())
    return over.delete()[1].get(GuidanceRequest._meta.label, 0)


def _close_silent() -> None:
    last = Coalesce(Max("messages__created_at"), "answered_at")
    answered = GuidanceRequest.objects.filter(status=Status.ANSWERED).annotate(last=last)
    for found in answered.filter(last__lt=clock.now() - SILENT):
        try:
            close(found)
        except MovedOnError:
            continue


purge = Purge("requests for guidance", purge_requests)
