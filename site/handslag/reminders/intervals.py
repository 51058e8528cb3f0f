"""How long before its day a thing is mailed about, and how often while it waits. docs/administrators/reminders.md"""

import datetime
from dataclasses import dataclass

from django.conf import settings

DAYS_BEFORE, AGAIN_DAYS = 7, 14


@dataclass(frozen=True)
class Intervals:
    """`again` None: what has been mailed about once is not mailed about again."""

    before: datetime.timedelta
    again: datetime.timedelta | None


def intervals() -> Intervals:
    """Of the settings; another site need not have them."""
    again: int = getattr(settings, "REMIND_AGAIN_DAYS", AGAIN_DAYS)
    return Intervals(
        before=datetime.timedelta(days=getattr(settings, "REMIND_DAYS_BEFORE", DAYS_BEFORE)),
        again=datetime.timedelta(days=again) if again else None,
    )
