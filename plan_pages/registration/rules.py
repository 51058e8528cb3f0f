"""Who may confirm a registration: a second person. Asked by the page, the list of things to do and the act itself."""

from django.utils.translation import gettext as _
from wagtail.models import Revision

from handslag.access.people import Person, has_role, is_break_glass
from plan_pages.registration.models import Registration
from plan_pages.road.answer import Answer

ROLES = ("editor", "reviewer", "board_secretary", "coordinator")


def may_see(user: Person) -> bool:
    return is_break_glass(user) or has_role(user, *ROLES)


def may_confirm(user: Person, registration: Registration) -> Answer:
    """Superusers too: four eyes are not a matter of power."""
    if not may_see(user):
        return Answer(_("Editors, reviewers, coordinators and the board's secretary may confirm."))
    if user.pk in authors_of(registration):
        return Answer(
            _(
                "You imported or changed this text, so somebody else compares it: any other editor, reviewer, "
                "coordinator or the board's secretary."
            )
        )
    return Answer()


def authors_of(registration: Registration) -> set[int]:
    """Whoever imported the text or saved a draft of it since."""
    drafts = Revision.objects.for_instance(registration.revision.content_object).filter(
        pk__gte=registration.revision_id, user__isnull=False
    )
    found = set(drafts.values_list("user_id", flat=True))
    return found | ({registration.imported_by_id} if registration.imported_by_id else set())
