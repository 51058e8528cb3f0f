"""Rounds past their day are work for those who keep the body."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.routines.rules import runs_seen_by
from handslag import clock
from handslag.access.people import Person, has_role
from handslag.start.todos import Todo, TodoSource


def past_due(user: Person) -> Iterator[Todo]:
    """Roles only, no superusers: what everybody owns nobody does. From the day after the last one that counts."""
    if not has_role(user, "coordinator"):
        return
    late = runs_seen_by(user).filter(due__lt=clock.today()).with_progress().under_way()
    for run in late:
        yield Todo(
            _("Sign what is left of a routine: %(round)s") % {"round": run},
            reverse("routines:run", args=[run.pk]),
            run.due,
            detail=ngettext("%(count)d step is not signed", "%(count)d steps are not signed", run.unsigned)
            % {"count": run.unsigned},
            key=f"run {run.pk}",
            page_id=run.body_id,
        )


source = TodoSource("routines", past_due, order=31)
