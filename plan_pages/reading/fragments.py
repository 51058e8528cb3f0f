"""Parts of a page that say the same to every reader, kept until midnight (design: no cache outlives it).

An edition never changes, so its digest names it; a redaction counts up in its series and makes new keys.
"""

import datetime
from collections.abc import Callable

from django.core.cache import cache
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from handslag import clock
from plan_pages.editions.edition import Edition


def fragment(
    name: str, editions: tuple[Edition, ...], make: Callable[[], str], *, extra: str = ""
) -> SafeString:
    """What `make` renders, in the reader's language; made once per day, language and set of editions."""
    digests = ":".join(edition.digest for edition in editions)
    redactions = editions[0].series.redactions
    key = f"plan:{name}:{digests}:{redactions}:{get_language()}:{clock.today()}:{extra}"
    found = cache.get(key)
    if found is None:
        found = str(make())
        cache.set(key, found, seconds_to_midnight())
    return mark_safe(found)  # noqa: S308 - rendered by our own templates, which escape


def seconds_to_midnight() -> int:
    now = timezone.localtime(clock.now())
    midnight = datetime.datetime.combine(now.date() + datetime.timedelta(days=1), datetime.time(), now.tzinfo)
    return max(1, int((midnight - now).total_seconds()))
