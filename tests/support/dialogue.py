"""A dialogue log and entries of a test."""

from typing import Any

from wagtail.models import Page, Site

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind
from contacts.dialogue.log_page import DialogueLogPage
from contacts.dialogue.participant import DialogueParticipant
from contacts.organisations.organisation import Organisation


def dialogue_log(home: Page | None = None) -> DialogueLogPage:
    parent = home or Site.objects.get(is_default_site=True).root_page
    return parent.add_child(instance=DialogueLogPage(title="Dialog", slug="dialog", locale=parent.locale))


def entry(
    log: Page, *organisations: Organisation, title: str = "Ett samtal", live: bool = True, **fields: Any
) -> DialogueEntryPage:
    """Saved as the admin saves: the page and a version of it."""
    values = {"date": "2026-03-02", "kind": MatterKind.CONSULTATION, "agreed": "Att ses igen.", **fields}
    page = DialogueEntryPage(title=title, locale=log.locale, live=False, **values)
    page.participants = [DialogueParticipant(organisation=one) for one in organisations]
    log.add_child(instance=page)
    version = page.save_revision()
    if live:
        version.publish()
    return DialogueEntryPage.objects.get(pk=page.pk)


def exposure(log: Page, *organisations: Organisation, **fields: Any) -> DialogueEntryPage:
    return entry(log, *organisations, **{"kind": MatterKind.EXPOSURE, "title": "Ett annat samtal", **fields})
