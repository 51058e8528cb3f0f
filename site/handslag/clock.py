"""The one clock: whatever asks for today or now asks here, so that a test or a rehearsal can set it."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_fixed: ContextVar[datetime.datetime | None] = ContextVar("handslag_clock", default=None)


def now() -> datetime.datetime:
    """The present moment, aware."""
    return _fixed.get() or timezone.now()


def today() -> datetime.date:
    """The present day in the site's time zone; days of law and of meetings are local days."""
    return timezone.localdate(now())


def start_of(day: datetime.date) -> datetime.datetime:
    """Local midnight. Comparing moments with it lets an index answer; asking for each moment's day does not."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


@contextmanager
def set_to(moment: datetime.datetime | datetime.date) -> Iterator[None]:
    """Let the clock stand at `moment` (a date means noon, local time)."""
    if not isinstance(moment, datetime.datetime):
        moment = datetime.datetime.combine(moment, datetime.time(12))
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    token = _fixed.set(moment)
    try:
        yield
    finally:
        _fixed.reset(token)
