"""Methods in the readers' search."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.translation import override

from handslag.search.entries import SearchEntry
from handslag.search.providers import SearchProvider, refresh_after_commit
from training.catalogue.index_page import CatalogueIndexPage
from training.methods.method import Method, MethodReview

NAME = "method"


def keys() -> Iterator[str]:
    yield from (str(pk) for pk in Method.objects.values_list("pk", flat=True))


def entries(key: str) -> Iterator[SearchEntry]:
    """Found by those who may read the catalogue's page."""
    found = Method.objects.filter(pk=key).first()
    if found is None:
        return
    latest = found.reviews.first()
    page = CatalogueIndexPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    with override(settings.LANGUAGE_CODE):
        address = reverse("methods:method", args=[found.pk])
    yield SearchEntry(
        locale=settings.LANGUAGE_CODE,
        kind=NAME,
        title=found.name,
        url=address,
        body=f"{found.description} {latest.evidence if latest else ''}",
        page_id=page.pk if page is not None else None,
        changed_on=latest.decided_on if latest else None,
    )


def follow(sender: type, instance: Any, **kwargs: Any) -> None:
    refresh_after_commit(NAME, str(instance.method_id if isinstance(instance, MethodReview) else instance.pk))


def connect() -> None:
    for sender in (Method, MethodReview):
        post_save.connect(follow, sender=sender, dispatch_uid=f"training.{sender.__name__}.saved")
        post_delete.connect(follow, sender=sender, dispatch_uid=f"training.{sender.__name__}.deleted")


provider = SearchProvider(NAME, keys, entries)
