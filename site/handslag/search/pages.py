"""Pages as search documents: the texts of what is live, in the page's own language."""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import models
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from handslag.pages.models import HandslagPage
from handslag.search.entries import SearchEntry
from handslag.search.kinds import PAGE, page_kinds
from handslag.search.providers import SearchProvider

_TEXT_FIELDS = (models.CharField, models.TextField, StreamField)
_NO_TEXT = (models.EmailField, models.URLField, models.SlugField)
_told_elsewhere: set[str] = set()


def leave_to_own_provider(model: str) -> None:
    """Pages of this type ("app.Model") are not what readers read; another provider brings their texts."""
    _told_elsewhere.add(model)


def page_models() -> list[type[HandslagPage]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, HandslagPage) and model._meta.label not in _told_elsewhere
    ]


def page_keys() -> Iterator[str]:
    for model in page_models():
        for pk in model._base_manager.filter(live=True).order_by("pk").values_list("pk", flat=True):
            yield str(pk)


def page_entries(key: str) -> Iterable[SearchEntry]:
    page = Page.objects.filter(pk=key, live=True).select_related("locale").first()
    if page is None:
        return
    model = page.specific_class
    if model is None or not issubclass(model, HandslagPage) or model._meta.label in _told_elsewhere:
        return
    # What lies in the trash, or below a page outside every site, has no address.
    if url := page.get_url():
        specific = model.objects.get(pk=page.pk)
        label = model._meta.label
        yield SearchEntry(
            locale=page.locale.language_code,
            kind=page_kinds.get(label).kind if label in page_kinds else PAGE,
            title=page.title,
            body=" ".join(_ended(text) for text in texts_of(specific) if text.strip()),
            url=url,
            page_id=page.pk,
            changed_on=_changed_on(specific),
        )


def texts_of(page: Page) -> Iterator[str]:
    """Everything written in the fields of the page's own type, in their order, and its description."""
    of_every_page = {field.name for field in Page._meta.get_fields()}
    for field in page._meta.concrete_fields:
        if field.name in of_every_page or not field.editable or field.choices:
            continue
        if not isinstance(field, _TEXT_FIELDS) or isinstance(field, _NO_TEXT):
            continue
        value = getattr(page, field.name)
        if isinstance(field, StreamField | RichTextField):
            yield from field.get_searchable_content(value)
        else:
            yield str(value or "")
    yield page.search_description


def _ended(text: str) -> str:
    """A heading gets its full stop, or it runs into the next sentence when they stand in one line."""
    text = text.strip()
    return text if text[-1] in ".!?:…" else f"{text}."


def _changed_on(page: Page) -> datetime.date | None:
    label = type(page)._meta.label
    if label in page_kinds and (of_kind := page_kinds.get(label).changed_on):
        return of_kind(page)
    return timezone.localtime(page.last_published_at).date() if page.last_published_at else None


@contextmanager
def _held(key: str) -> Iterator[None]:
    """Whoever publishes the page holds its row until they are done; then we read what they wrote."""
    list(Page.objects.select_for_update(of=("self",)).filter(pk=key).values_list("pk"))
    yield


page_provider = SearchProvider("page", page_keys, page_entries, held=_held, order=0)
