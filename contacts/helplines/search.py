"""Verified helplines in the readers' search, for everyone."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.translation import override

from contacts.helplines.helpline import Helpline
from contacts.helplines.rules import is_shown_to_public, shown_until
from contacts.helplines.words.model import HelplineWords
from contacts.helplines.words.telling import told
from handslag import clock
from handslag.access.audiences import Audience
from handslag.retention import Purge
from handslag.search.entries import SearchEntry
from handslag.search.models import SearchDocument
from handslag.search.providers import SearchProvider, refresh, refresh_after_commit

NAME = "helpline"


def keys() -> Iterator[str]:
    yield from (str(pk) for pk in Helpline.objects.values_list("pk", flat=True))


def entries(key: str) -> Iterator[SearchEntry]:
    helpline = Helpline.objects.filter(pk=key).first()
    if helpline is None or not is_shown_to_public(helpline, clock.today()):
        return
    for language in getattr(settings, "INTERFACE_LANGUAGES", ("sv",)):
        with override(language):
            address = f"{reverse('helplines:public')}#{helpline.anchor}"
        (said,) = told([helpline], language)
        yield SearchEntry(
            locale=language,
            kind=NAME,
            title=f"{helpline.name}, {helpline.number}",
            url=address,
            body=f"{said.audience} {said.hours} {said.languages}",
            also_found_by=f"{helpline.operator} {helpline.tel}",
            audience=Audience.PUBLIC,
            changed_on=helpline.verified_on,
            shown_until=shown_until(helpline),
        )


def refresh_all() -> int:
    """A line runs out at midnight, when nobody saves anything: nobody finds it from then on, and its rows go in the
    night. Returns rows that went."""
    before = SearchDocument.objects.filter(kind=NAME).count()
    for key in keys():
        refresh(NAME, key)
    return max(0, before - SearchDocument.objects.filter(kind=NAME).count())


def follow(sender: type, instance: Any, **kwargs: Any) -> None:
    refresh_after_commit(NAME, str(instance.pk))


def follow_words(sender: type, instance: HelplineWords, **kwargs: Any) -> None:
    refresh_after_commit(NAME, str(instance.helpline_id))


def connect() -> None:
    for signal, what in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(follow_words, sender=HelplineWords, dispatch_uid=f"contacts.helplines.words.{what}")
    post_save.connect(follow, sender=Helpline, dispatch_uid="contacts.helplines.saved")
    post_delete.connect(follow, sender=Helpline, dispatch_uid="contacts.helplines.deleted")


provider = SearchProvider(NAME, keys, entries)
purge = Purge("search of helplines", refresh_all, order=90)
