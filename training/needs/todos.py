"""To the coordinator: needs that no course answers."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person, has_role
from handslag.start.todos import Todo, TodoSource
from training.needs.rules import in_order, without_course


def waiting_for_course(user: Person) -> Iterator[Todo]:
    if not has_role(user, "coordinator"):
        return
    for need in in_order(without_course()).select_related("unit"):
        title = _("%(unit)s needs training that no course answers") % {"unit": need.unit}
        yield Todo(
            title,
            reverse("needs:answer", args=[need.pk]),
            detail=need.get_urgency_display(),
            key=str(need.pk),
        )


without = TodoSource("training needs without course", waiting_for_course, order=44)
