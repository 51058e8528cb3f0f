"""Entries changed many at once, past `save()`: what becomes an exposure matter is closed in the same transaction."""

from typing import Any

from django.db import transaction
from django.dispatch import Signal
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

# Sent with `numbers`: the rows whose kind was set.
kinds_set = Signal()


class EntryQuerySet(PageQuerySet):
    def update(self, **values: Any) -> int:
        if "kind" not in values:
            return int(super().update(**values))
        with transaction.atomic():
            numbers = list(self.values_list("pk", flat=True))
            changed = int(super().update(**values))
            kinds_set.send(self.model, numbers=numbers)
        return changed

    update.alters_data = True  # type: ignore[attr-defined]  # no template may call it


EntryManager = PageManager.from_queryset(EntryQuerySet)
