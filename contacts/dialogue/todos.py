"""What waits in the log: follow-ups whose day comes, and entries for a second reader.

Reminder mails carry titles and addresses (`Todo`): those of a closed entry say neither what it is about nor its name,
and where a rule above closes the log, those of the others are left out as well.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import ROLE
from contacts.dialogue.review_task import waiting_for, writers_of
from contacts.dialogue.rules import with_openness
from handslag import clock
from handslag.access.people import Person, has_role
from handslag.access.visibility import visible_to
from handslag.start.todos import Todo

# Ahead of its day a follow-up is shown for so long.
AHEAD = datetime.timedelta(days=30)
HOLDERS = (ROLE, "coordinator")


def follow_ups_for(user: Person) -> Iterator[Todo]:
    if not has_role(user, *HOLDERS):
        return
    due = _known_to(user).filter(live=True, done_on=None, follow_up_due__lte=clock.today() + AHEAD)
    for entry in due.select_related("follow_up_owner", "locale").order_by("follow_up_due", "pk"):
        yield Todo(
            _("Follow up: %(title)s") % {"title": entry.title}
            if entry.is_open
            else _("Follow up in the dialogue log"),
            str(entry.get_url()) if entry.is_open else _editor(entry),
            entry.follow_up_due,
            detail=str(entry.follow_up_owner or "") if entry.is_open else "",
            key=f"{entry.pk} follow-up",
            page_id=entry.pk if entry.is_open else None,
        )


def readings_for(user: Person) -> Iterator[Todo]:
    """Entries that somebody else has written and that wait to be approved."""
    if not has_role(user, *HOLDERS):
        return
    waiting = {state.workflow_state.object_id: state.pk for state in waiting_for(user)}
    for entry in _known_to(user).filter(pk__in=map(int, waiting)).order_by("pk"):
        if user.pk not in writers_of(entry):
            yield Todo(
                _("Read and approve: %(title)s") % {"title": entry.title}
                if entry.is_open
                else _("Read and approve in the dialogue log"),
                _editor(entry),
                detail=_("You are the second person; readers see it when you have approved it."),
                key=f"{entry.pk} reading {waiting[str(entry.pk)]}",
                page_id=entry.pk if entry.is_open else None,
            )


def _known_to(user: Person) -> QuerySet[Any]:
    """Coordinators are told of open entries only, also where they are superusers."""
    entries = with_openness(visible_to(DialogueEntryPage.objects.all(), user))
    return entries if has_role(user, ROLE) else entries.filter(is_open=True)


def _editor(entry: DialogueEntryPage) -> str:
    """Names the entry by its number."""
    return reverse("wagtailadmin_pages:edit", args=[entry.pk])
