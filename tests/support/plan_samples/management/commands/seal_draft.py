"""A decision is recorded while somebody has the draft open in the editor."""

from typing import Any

from django.core.management.base import BaseCommand

from plan_pages.pages.action_plan import ActionPlanPage
from tests.support import plans


class Command(BaseCommand):
    help = "Seal the latest draft of the plan as the next edition and print the revision it was made from."

    def handle(self, *args: Any, **options: Any) -> None:
        edition = plans.adopt(ActionPlanPage.objects.get())
        self.stdout.write(str(edition.revision_id))
