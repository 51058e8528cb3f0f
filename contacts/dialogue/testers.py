"""Who may do what with the log in the admin: its own role writes, a second person publishes by approving."""

from wagtail.models import Page

from contacts.dialogue.kinds import ROLE
from handslag.access.people import Person, has_role
from handslag.access.testers import HousePermissionTester


class DialogueTester(HousePermissionTester):
    """What others may do with every page of the site (editors) does not hold here; nobody has Wagtail's permission to
    publish, so that no entry is published by the one who wrote it. Superusers are for emergencies."""

    def __init__(self, user: Person, page: Page) -> None:
        super().__init__(user, page)
        given: set[str] = getattr(self, "permissions", set())
        self.permissions = given - {"publish"} if has_role(user, ROLE) else set()

    def can_unpublish(self) -> bool:
        """Taking something away must not wait for a second person."""
        if super().can_unpublish():
            return True
        return bool(self.page.live and has_role(self.user, ROLE) and not self.page_locked())
