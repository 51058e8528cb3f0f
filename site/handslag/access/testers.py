"""What a person may do with one page: nothing with a page they may not know of."""

from typing import Any

from wagtail.models import Page, PagePermissionTester

from handslag.access.people import Person
from handslag.access.visibility import may_see, visible_to


class HousePermissionTester(PagePermissionTester):
    """Wagtail's answers, less what would touch pages below that the person may not know of, and without Wagtail's own
    view restrictions (they would be a second, weaker rule beside ours).

    Buttons and confirmation pages are those of a page with nothing hidden below (`seen_tree`); only when the form is
    sent is the answer no.
    """

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return bool(super().can_delete(ignore_bulk)) and not self._something_hidden_below()

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        if recursive and self._something_hidden_below():
            return False
        return bool(super().can_copy_to(destination, recursive)) and may_see(self.user, destination)

    def can_move_to(self, destination: Page) -> bool:
        return bool(super().can_move_to(destination)) and may_see(self.user, destination)

    def _something_hidden_below(self) -> bool:
        below = self.page.get_descendants()
        return bool(below.exclude(pk__in=visible_to(Page.objects.all(), self.user).values("pk")).exists())


class HiddenPageTester(PagePermissionTester):
    """Every question Wagtail can ask is answered no (`can_…`, whatever they are in this release)."""

    def __init__(self, user: Person, page: Page) -> None:
        super().__init__(user, page)
        self.permissions: set[str] = set()

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("can_"):
            return _never
        return super().__getattribute__(name)


def _never(*_args: Any, **_kwargs: Any) -> bool:
    return False


def tester_for(page: Page, user: Person, of_type: type[HousePermissionTester]) -> PagePermissionTester:
    """`of_type` is what the page's type brings (`HandslagPage.permission_tester`)."""
    return of_type(user, page) if may_see(user, page) else HiddenPageTester(user, page)
