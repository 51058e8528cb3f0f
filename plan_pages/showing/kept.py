"""What says the same to every reader is made once and kept until midnight (design: no cache outlives it)."""

import datetime
from collections.abc import Callable

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language

from handslag import clock


def kept[T](key: str, make: Callable[[], T]) -> T:
    """What `make` gives, in the active language; `key` names everything that it is made from."""
    whole = f"plan:{key}:{get_language()}:{clock.today()}"
    found: T | None = cache.get(whole)
    if found is None:
        found = make()
        cache.set(whole, found, seconds_to_midnight())
    return found


def seconds_to_midnight() -> int:
    now = timezone.localtime(clock.now())
    midnight = datetime.datetime.combine(now.date() + datetime.timedelta(days=1), datetime.time(), now.tzinfo)
    return max(1, int((midnight - now).total_seconds()))
