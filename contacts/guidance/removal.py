"""When a request goes: so many days after the last that happened with it, whoever left it lying."""

import datetime

from django.conf import settings

from handslag import clock

# The setting GUIDANCE_KEEP_DAYS may say otherwise.
KEEP_DAYS = 365


def keep_days() -> int:
    return int(getattr(settings, "GUIDANCE_KEEP_DAYS", KEEP_DAYS))


def removal_day() -> datetime.date:
    """Of a request with which something happens today."""
    return clock.today() + datetime.timedelta(days=keep_days())
