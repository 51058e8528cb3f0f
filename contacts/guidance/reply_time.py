"""The day by which an answer is promised, counted in working days (B-0.5)."""

import datetime

from django.conf import settings

from contacts.guidance.kinds import Urgency

# Working days by urgency; the setting GUIDANCE_REPLY_DAYS may say otherwise.
REPLY_DAYS: dict[str, int] = {Urgency.TODAY: 1, Urgency.WEEK: 3, Urgency.NO_HURRY: 10}
SATURDAY = 5


def reply_days() -> dict[str, int]:
    return {**REPLY_DAYS, **getattr(settings, "GUIDANCE_REPLY_DAYS", {})}


def reply_by(asked_on: datetime.date, urgency: str) -> datetime.date:
    """Saturdays and Sundays do not count; public holidays do, so a promise can be a day too strict."""
    day, left = asked_on, reply_days()[urgency]
    while left > 0:
        day += datetime.timedelta(days=1)
        if day.weekday() < SATURDAY:
            left -= 1
    return day
