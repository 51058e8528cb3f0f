"""Experiences in the readers' search."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.translation import override

from handslag.search.entries import SearchEntry
from handslag.search.providers import SearchProvider, refresh_after_commit
from training.catalogue.index_page import CatalogueIndexPage
from training.experiences.experience import Experience

NAME = "experience"


def keys() -> Iterator[str]:
    yield from (str(pk) for pk in Experience.objects.values_list("pk", flat=True))


def entries(key: str) -> Iterator[SearchEntry]:
    """Found by those who may read the catalogue's page."""
    found = Experience.objects.select_related("organisation").filter(pk=key).first()
    if found is None:
        return
    page = CatalogueIndexPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    with override(settings.LANGUAGE_CODE):
        address = f"{reverse('experiences:list')}#erfarenhet-{found.pk}"
    yield SearchEntry(
        locale=settings.LANGUAGE_CODE,
        kind=NAME,
        title=found.subject,
        url=address,
        body=f"{found.organisation or ''} {found.place} {found.learned} {found.changes}",
        page_id=page.pk if page is not None else None,
        changed_on=found.held_on,
    )


def follow(sender: type, instance: Any, **kwargs: Any) -> None:
    refresh_after_commit(NAME, str(instance.pk))


def connect() -> None:
    post_save.connect(follow, sender=Experience, dispatch_uid="training.experiences.saved")
    post_delete.connect(follow, sender=Experience, dispatch_uid="training.experiences.deleted")


provider = SearchProvider(NAME, keys, entries)
