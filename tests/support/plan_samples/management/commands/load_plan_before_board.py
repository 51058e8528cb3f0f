"""A written plan whose draft is reviewed and waits for the board."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from plan_pages.editions.series import EditionSeries
from plan_pages.road.moving import open_matter
from plan_pages.workflow import doors
from tests.support import roads


class Command(BaseCommand):
    help = "Create the plan with one edition, and put a draft of the next before the board; prints the matter's number."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("load_written_plan")
        accounts = get_user_model().objects
        editor = accounts.get(email="redaktor@handslag.test")
        reviewer = accounts.get(email="granskare@handslag.test")
        matter = doors.submit(roads.prepared(open_matter(EditionSeries.objects.get())), editor)
        self.stdout.write(str(doors.act(matter, reviewer, "approve").pk))
