"""What may be done with a workbench page: written, never published; not deleted once something was decided from it."""

from handslag.access.testers import HousePermissionTester
from handslag.trash.keeping import reason_to_keep


class DecidedPageTester(HousePermissionTester):
    """The admin's buttons, bulk actions and API ask here; `DecidedPage` itself refuses what comes by other roads."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return reason_to_keep(self.page) is None and bool(super().can_delete(ignore_bulk))

    def can_publish(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return False
