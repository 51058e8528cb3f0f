"""The log is kept for a set time (READ_LOG_KEEP_DAYS) and no longer: it tells what people read."""

import datetime

from django.conf import settings

from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.retention import Purge

KEEP_DAYS = 730


def purge_readings() -> int:
    kept = datetime.timedelta(days=getattr(settings, "READ_LOG_KEEP_DAYS", KEEP_DAYS))
    return ReadLogEntry.objects.filter(read_at__lt=clock.now() - kept).delete()[0]


purge = Purge("log of restricted reading", purge_readings)
