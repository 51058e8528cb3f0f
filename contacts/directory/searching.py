"""The readers' search finds organisations and functions, by former names too (A3.2); persons are not found by it.

They are found by those who may read the directory's page, as the list below it is read (`directory.seeing`).
"""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Model, Q
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from contacts.directory.models import ContactsIndexPage
from contacts.directory.rows import organisation_url
from contacts.functions.function import FormerFunctionName, Function
from contacts.organisations.lasting import lasts
from contacts.organisations.organisation import FormerName, Organisation
from handslag.retention import Purge
from handslag.search.below_page import follow_page, page_above
from handslag.search.entries import SearchEntry
from handslag.search.kinds import Kind
from handslag.search.models import SearchDocument
from handslag.search.providers import SearchProvider, refresh, refresh_after_commit

NAME = "contacts"
ORGANISATION, FUNCTION = "organisation", "function"


def keys() -> Iterator[str]:
    for model, name in ((Organisation, ORGANISATION), (Function, FUNCTION)):
        for pk in model.objects.order_by("pk").values_list("pk", flat=True):
            yield f"{name}/{pk}"


def entries(key: str) -> Iterator[SearchEntry]:
    """In the site's own language, in which the names are; nothing for what is archived or abolished, nor while the
    directory's page is not published. Where a site never had the page, all with an account read the directory."""
    name, _slash, number = key.partition("/")
    page = page_above(ContactsIndexPage)
    if page is None and ContactsIndexPage.objects.exists():
        return
    page_id = page.pk if page is not None else None
    with override(settings.LANGUAGE_CODE):
        yield from _of_function(number, page_id) if name == FUNCTION else _of_organisation(number, page_id)


def _of_organisation(pk: str, page_id: int | None) -> Iterator[SearchEntry]:
    for found in Organisation.objects.current().filter(pk=pk).prefetch_related("former_names"):
        names = [former.name for former in found.former_names.all()]
        yield SearchEntry(
            locale=settings.LANGUAGE_CODE,
            kind=NAME,
            title=found.name,
            url=organisation_url(found.pk),
            body=" ".join((str(found.get_kind_display()), found.what_for)),
            also_found_by=" ".join(names),
            page_id=page_id,
        )


def _of_function(pk: str, page_id: int | None) -> Iterator[SearchEntry]:
    current = Function.objects.current().select_related("organisation")
    for found in current.filter(pk=pk).prefetch_related("former_names", "organisation__former_names"):
        names = [former.name for row in (found, found.organisation) for former in row.former_names.all()]
        yield SearchEntry(
            locale=settings.LANGUAGE_CODE,
            kind=NAME,
            title=found.name_with_organisation,
            url=f"{organisation_url(found.organisation_id)}#funktion-{found.pk}",
            body=found.tasks,
            also_found_by=" ".join(names),
            page_id=page_id,
        )


def refresh_ended() -> int:
    """What is archived or abolished on a day to come goes on that day, when nobody saves anything: run every night.
    What was written below another page than the directory's is written anew: its readers are that page's. Returns rows
    that went."""
    before = SearchDocument.objects.filter(kind=NAME)
    found, number = set(before.values_list("source", flat=True)), before.count()
    page = page_above(ContactsIndexPage)
    below = Q(page=page.pk) if page is not None else Q(page=None)
    for source in list(before.exclude(below).values_list("source", flat=True)):
        refresh(NAME, source.removeprefix(f"{NAME}:"))
    ended = {
        ORGANISATION: Organisation.objects.filter(~lasts("archived_on")),
        FUNCTION: Function.objects.filter(~lasts("abolished_on") | ~lasts("organisation__archived_on")),
    }
    for name, rows in ended.items():
        for pk in rows.values_list("pk", flat=True):
            if f"{NAME}:{name}/{pk}" in found:
                refresh(NAME, f"{name}/{pk}")
    return max(0, number - SearchDocument.objects.filter(kind=NAME).count())


def follow(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A function is also found by the name of its organisation, and is gone with it."""
    if raw:
        return
    if isinstance(instance, (FormerName, Organisation)):
        pk = instance.pk if isinstance(instance, Organisation) else instance.organisation_id
        refresh_after_commit(NAME, f"{ORGANISATION}/{pk}")
        for function in Function.objects.filter(organisation=pk).values_list("pk", flat=True):
            refresh_after_commit(NAME, f"{FUNCTION}/{function}")
    else:
        pk = instance.pk if isinstance(instance, Function) else instance.function_id
        refresh_after_commit(NAME, f"{FUNCTION}/{pk}")


def connect() -> None:
    for model in (Organisation, FormerName, Function, FormerFunctionName):
        for signal in (post_save, post_delete):
            signal.connect(follow, sender=model, dispatch_uid=f"contacts.searching.{model.__name__}")
    follow_page(ContactsIndexPage, NAME, keys)


kind = Kind(NAME, _("Contacts"), order=15)
provider = SearchProvider(NAME, keys, entries)
purge = Purge("search of contacts", refresh_ended, order=90)
