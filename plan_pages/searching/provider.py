"""Search documents of plans, from sealed texts and from nothing else."""

from collections.abc import Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from handslag import clock
from handslag.access.audiences import Audience
from handslag.search.entries import SearchEntry
from handslag.search.models import SearchDocument
from handslag.search.providers import SearchProvider, refresh
from plan_pages.documents import EditionDocument
from plan_pages.documents.rich_text import plain_lines
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import history_of
from plan_pages.editions.series import EditionSeries
from plan_pages.seal.broken import BrokenSealError
from plan_pages.seal.texts import document_of

NAME = "plan"


def keys() -> Iterator[str]:
    """“12” is a plan as a whole, “12/<section id>” one section of it."""
    for series in EditionSeries.objects.order_by("pk"):
        yield from _keys_of(series)


def entries(key: str) -> Iterator[SearchEntry]:
    number, _slash, section_id = key.partition("/")
    series = EditionSeries.objects.filter(pk=number).prefetch_related("roles").first()
    edition = _in_force(series) if series is not None else None
    document = _text(edition) if edition is not None else None
    if series is None or edition is None or document is None:
        return
    common = SearchEntry(
        locale=edition.language,
        kind=NAME,
        title=document.title,
        url="",
        audience=Audience(series.audience),
        roles=tuple(role.name for role in series.roles.all()),
        changed_on=timezone.localtime(edition.sealed_at).date(),
    )
    with override(edition.language):
        address = reverse("plan:in_force")
    if not section_id:
        body = " ".join(plain_lines(document.introduction))
        about = f"{document.owner} {document.responsible_function}"
        yield replace(common, url=address, body=body, also_found_by=about)
        return
    for section in document.sections:
        if section.id == section_id:
            functions = " ".join(promise.accountable_function for promise in section.commitments)
            yield replace(
                common,
                title=section.title,
                url=f"{address}#{section.anchor}",
                body=" ".join(section.lines()),
                also_found_by=f"{document.title} {functions}",
            )


def refresh_series(series: EditionSeries) -> None:
    """Make all rows of one plan true, those of sections that are gone included."""
    known = SearchDocument.objects.filter(source__startswith=f"{NAME}:{series.pk}/").values_list(
        "source", flat=True
    )
    wanted = {*_keys_of(series), *(source.removeprefix(f"{NAME}:") for source in known)}
    for key in sorted(wanted):
        refresh(NAME, key)


def refresh_all() -> int:
    """What is in force changes at midnight too: run every night (`manage.py purge`). Returns rows that went."""
    before = SearchDocument.objects.filter(kind=NAME).count()
    for series in EditionSeries.objects.all():
        refresh_series(series)
    return max(0, before - SearchDocument.objects.filter(kind=NAME).count())


def _keys_of(series: EditionSeries) -> Iterator[str]:
    yield str(series.pk)
    edition = _in_force(series)
    document = _text(edition) if edition is not None else None
    if document is not None:
        yield from (f"{series.pk}/{section.id}" for section in document.sections)


def _in_force(series: EditionSeries) -> Edition | None:
    """The newest that is in force in some municipality today."""
    found = [state.edition for state in history_of(series).states(clock.today()) if state.edition]
    return max(found, key=lambda edition: edition.sequence, default=None)


def _text(edition: Edition) -> EditionDocument | None:
    """What does not match its seal is not found either."""
    try:
        return document_of(edition)
    except BrokenSealError:
        return None


provider = SearchProvider(NAME, keys, entries)
