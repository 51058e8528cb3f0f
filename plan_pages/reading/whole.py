"""Numbers, decisions and dates are shown from rows that need no text; they too are compared with the seal.

Rows that were compared today and have not changed are not compared again: their own values name them in the cache, so
a forged one is never taken for one that was found whole.
"""

import hashlib
from collections.abc import Iterable

from django.core.cache import cache
from django.db.models import Model

from plan_pages.editions.history import History
from plan_pages.seal.heads import refuse_forged
from plan_pages.showing.kept import seconds_to_midnight


def refuse_forged_history(history: History) -> None:
    """Raises BrokenSealError."""
    key = f"plan:whole:{history.series.key}:{_name_of((*history.editions, *history.decisions))}"
    if cache.get(key) is None:
        refuse_forged(history.editions, history.decisions)
        cache.set(key, True, seconds_to_midnight())


def _name_of(rows: Iterable[Model]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        values = [getattr(row, field.attname) for field in row._meta.concrete_fields]
        digest.update(repr(values).encode())
    return digest.hexdigest()
