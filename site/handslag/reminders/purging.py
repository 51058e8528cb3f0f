"""The ledger keeps what it must not say twice, and that no longer than it can be asked about."""

import datetime

from handslag import clock
from handslag.reminders.models import Reminder

KEPT = datetime.timedelta(days=90)


def purge_reminders() -> int:
    """Rows of what has not waited for 90 days; an account's rows go with the account."""
    return Reminder.objects.filter(ended_at__lt=clock.now() - KEPT).delete()[0]
