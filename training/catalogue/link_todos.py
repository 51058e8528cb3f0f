"""Links that do not work wait for those who keep the courses."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person, has_role, is_break_glass
from handslag.access.visibility import visible_to
from handslag.start.todos import MOST_SINGLE, Todo
from training.catalogue.course_page import CoursePage
from training.catalogue.link_checking import to_tell
from training.catalogue.material import CourseMaterial

KEEPERS = ("coordinator", "editor")


def broken_links_for(user: Person) -> Iterator[Todo]:
    if not (has_role(user, *KEEPERS) or is_break_glass(user)):
        return
    checks = {check.url: check for check in to_tell()}
    if not checks:
        return
    seen = visible_to(CoursePage.objects.filter(live=True), user)
    materials = CourseMaterial.objects.filter(course__in=seen, url__in=list(checks)).select_related(
        "course", "owner"
    )
    for material in materials.order_by("course__title", "sort_order", "pk")[:MOST_SINGLE]:
        why = checks[material.url].get_problem_display()
        detail = _("%(course)s: %(why)s.") % {"course": material.course.title, "why": why}
        if material.owner is not None:
            detail += " " + _("%(function)s answers for it.") % {"function": material.owner.name}
        yield Todo(
            _("A link does not work: %(title)s") % {"title": material.title},
            reverse("wagtailadmin_pages:edit", args=[material.course_id]),
            detail=detail,
            key=f"{material.course_id} {material.key}",
            page_id=material.course_id,
        )
