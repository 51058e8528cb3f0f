"""What of the trash a person may see and put back."""

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from handslag.access.effective import restriction_of
from handslag.access.people import Person, is_break_glass
from handslag.trash.models import TrashedPage


def trashed_for(user: Person) -> list[TrashedPage]:
    """Newest first: pages that the person could see before and either deleted or could edit where they lay."""
    rows = TrashedPage.objects.select_related("page", "parent", "trashed_by")
    return [row for row in rows if may_restore(user, row)]


def may_restore(user: Person, trashed: TrashedPage) -> bool:
    if is_break_glass(user):
        return True
    if not restriction_of(trashed.page).admits(user):
        return False
    return trashed.trashed_by_id == user.pk or _could_edit(user, trashed.parent)


def _could_edit(user: Person, parent: Page | None) -> bool:
    return parent is not None and bool(
        PagePermissionPolicy().user_has_permission_for_instance(user, "change", parent)
    )
