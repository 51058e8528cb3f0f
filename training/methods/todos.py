"""To those who keep the register: methods to review."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person, has_role
from handslag.start.todos import Todo, TodoSource
from training.methods.rules import standings


def waiting_for_review(user: Person) -> Iterator[Todo]:
    if not has_role(user, "coordinator", "forum"):
        return
    for one in standings():
        if one.is_due:
            title = _("Review the method %(name)s") % {"name": one.method.name}
            address = reverse("methods:review", args=[one.method.pk])
            yield Todo(title, address, due=one.due_on, key=f"{one.method.pk} {one.due_on or ''}")


reviewing = TodoSource("methods to review", waiting_for_review, order=45)
