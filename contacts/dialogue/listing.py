"""The list at /dialog/: as many questions to the database for ten entries as for thousands."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.models import Page

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.filtering import DialogueFilter
from contacts.dialogue.meeting_link import with_meetings
from contacts.dialogue.participant import DialogueParticipant
from contacts.dialogue.reading_log import record_listing
from contacts.dialogue.rules import entries_for, may_know_of_exposure, with_restriction

PER_PAGE = 20
PARTS = ("organisation", "ar", "typ")


@dataclass(frozen=True)
class Filtered:
    form: DialogueFilter
    entries: QuerySet[Any]


@dataclass(frozen=True)
class Chip:
    """A filter that is on, and the address without it."""

    label: str
    href: str


def filtered(log: Page, request: HttpRequest) -> Filtered:
    """What the reader may see of the log, with the filters of the address."""
    form = DialogueFilter(
        request.GET, entries=entries_for(request.user, log), by_kind=may_know_of_exposure(request.user)
    )
    entries = with_restriction(form.narrowed()).select_related("locale", "follow_up_owner")
    named = DialogueParticipant.objects.select_related("organisation")
    return Filtered(form, entries.prefetch_related(Prefetch("participants", queryset=named)))


def listing(log: Page, request: HttpRequest) -> dict[str, Any]:
    found = filtered(log, request)
    paginator = Paginator(found.entries, PER_PAGE)
    paginator.count = number = found.form.count()
    page = paginator.get_page(request.GET.get("page"))
    record_listing(request.user, page.object_list)
    with_meetings(page.object_list, request.user)
    return {
        "form": found.form,
        "entries": page,
        "result": ngettext("%(number)d entry", "%(number)d entries", number) % {"number": number},
        "chips": _chips(request, found.form),
        "csv_url": _address(request, export="csv"),
        "xlsx_url": _address(request, export="xlsx"),
    }


def _chips(request: HttpRequest, form: DialogueFilter) -> list[Chip]:
    chosen = form.cleaned_data
    labels = {
        "organisation": chosen.get("organisation"),
        "ar": chosen.get("ar"),
        "typ": dict(DialogueEntryPage._meta.get_field("kind").flatchoices).get(chosen.get("typ")),
    }
    return [Chip(str(label), _address(request, **{name: None})) for name, label in labels.items() if label]


def _address(request: HttpRequest, **changes: str | None) -> str:
    """This list with something else chosen, from its first page."""
    parameters = request.GET.copy()
    for name in list(parameters):
        if name not in PARTS or not parameters[name]:
            del parameters[name]
    for name, value in changes.items():
        parameters.pop(name, None)
        if value:
            parameters[name] = value
    return f"?{parameters.urlencode()}"
