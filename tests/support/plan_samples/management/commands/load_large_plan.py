"""A draft of the size that the editor must bear: 90 sections with three commitments each."""

from typing import Any

from django.core.management.base import BaseCommand

from tests.support import plans

SECTIONS, PROMISES = 90, 3


class Command(BaseCommand):
    help = "Create the plan's page with a large draft and print the page's number."

    def handle(self, *args: Any, **options: Any) -> None:
        sections = (
            plans.section(f"avsnitt {number}", number=str(number), promises=PROMISES)
            for number in range(1, SECTIONS + 1)
        )
        self.stdout.write(str(plans.plan_page(text=plans.document(tuple(sections))).pk))
