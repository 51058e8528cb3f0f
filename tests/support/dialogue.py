"""A dialogue log and entries of a test."""

from typing import Any

from django.test import Client
from wagtail.models import Page, Site

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind
from contacts.dialogue.log_page import DialogueLogPage
from contacts.dialogue.participant import DialogueParticipant
from contacts.dialogue.seeding import seed
from contacts.organisations.organisation import Organisation
from handslag.access.role_setup import setup_roles
from tests.support.factories import UserFactory, make_site


def dialogue_log(home: Page | None = None) -> DialogueLogPage:
    parent = home or Site.objects.get(is_default_site=True).root_page
    return parent.add_child(instance=DialogueLogPage(title="Dialog", slug="dialog", locale=parent.locale))


def log_with_second_reader() -> DialogueLogPage:
    """As a site has it: with its workflow, and roles that have their permissions."""
    home = make_site()
    seed()
    log = dialogue_log(home)
    log.save_revision().publish()
    setup_roles()
    return log


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


def typed(*organisations: Any, **changes: Any) -> dict[str, Any]:
    """What the editor sends for a new entry."""
    rows = {
        "participants-TOTAL_FORMS": str(len(organisations)),
        "participants-INITIAL_FORMS": "0",
        "participants-MIN_NUM_FORMS": "1",
        "participants-MAX_NUM_FORMS": "1000",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "1000",
    }
    for place, one in enumerate(organisations):
        rows |= {
            f"participants-{place}-organisation": str(one.pk),
            f"participants-{place}-ORDER": str(place + 1),
        }
    fields = {"title": "Samtal", "slug": "samtal", "date": "2026-03-02", "kind": "consultation_support"}
    return {**fields, "agreed": "Att ses igen.", "themes": ["youth"], **rows, **changes}


def someone(*roles: str, **fields: Any) -> Any:
    return UserFactory(roles=roles, **fields)


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client
