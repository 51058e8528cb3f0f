"""Records that stand below the catalogue in the readers' search: found by those who may read its page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils.translation import override

from handslag.search.below_page import follow_page, page_above
from handslag.search.entries import SearchEntry
from handslag.search.providers import SearchProvider, refresh_after_commit
from training.catalogue.index_page import CatalogueIndexPage


@dataclass(frozen=True)
class Told:
    """What is found of a record."""

    title: str
    url: str
    body: str
    changed_on: date | None


@dataclass(frozen=True)
class SearchBelow:
    """`parts`: models whose rows change what is found of the record, and the field that leads to it.

    Nothing is found while the catalogue is not published: without its page nobody could say who may read the record.
    """

    name: str
    model: type[Model]
    tell: Callable[[Any], Told]
    parts: Mapping[type[Model], str] = field(default_factory=dict)

    def provider(self) -> SearchProvider:
        return SearchProvider(self.name, self.keys, self.entries)

    def keys(self) -> Iterator[str]:
        yield from (str(pk) for pk in self.model._default_manager.order_by().values_list("pk", flat=True))

    def entries(self, key: str) -> Iterator[SearchEntry]:
        found = self.model._default_manager.filter(pk=key).first()
        page = page_above(CatalogueIndexPage)
        if found is None or page is None:
            return
        with override(settings.LANGUAGE_CODE):
            told = self.tell(found)
        yield SearchEntry(
            locale=settings.LANGUAGE_CODE,
            kind=self.name,
            title=told.title,
            url=told.url,
            body=told.body,
            page_id=page.pk,
            changed_on=told.changed_on,
        )

    def connect(self) -> None:
        for sender in (self.model, *self.parts):
            for signal, what in ((post_save, "saved"), (post_delete, "deleted")):
                uid = f"training.{sender.__name__}.{what}"
                signal.connect(self._follow, sender=sender, dispatch_uid=uid, weak=False)
        follow_page(CatalogueIndexPage, self.name, self.keys)

    def _follow(self, sender: type[Model], instance: Any, **kwargs: Any) -> None:
        refresh_after_commit(self.name, str(getattr(instance, self.parts.get(sender, "pk"))))
