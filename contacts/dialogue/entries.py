"""Entries changed many at once, past `save()`: what becomes an exposure matter is closed in the same transaction."""

from typing import Any

from django.db import transaction
from django.dispatch import Signal
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from contacts.dialogue.kinds import MatterKind

# Sent with `numbers`: the rows whose kind was set; `exposed`: those of them that were exposure matters before.
kinds_set = Signal()


class EntryQuerySet(PageQuerySet):
    def update(self, **values: Any) -> int:
        if "kind" not in values:
            return int(super().update(**values))
        with transaction.atomic():
            before = dict(self.order_by().values_list("pk", "kind"))
            changed = int(super().update(**values))
            exposed = [pk for pk, kind in before.items() if kind == MatterKind.EXPOSURE]
            kinds_set.send(self.model, numbers=list(before), exposed=exposed)
        return changed

    update.alters_data = True  # type: ignore[attr-defined]  # no template may call it


EntryManager = PageManager.from_queryset(EntryQuerySet)
