"""A draft of the size that the editor must bear: 90 sections with three commitments each."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from plan_pages.documents import Section
from plan_pages.documents.model import Check
from tests.support import plans

SECTIONS, PROMISES = 90, 3
# An app that left the site took this source with it.
GONE = Check(source="meetings", parameters={"n": 4})


class Command(BaseCommand):
    help = "Create the plan's page with a large draft and print the page's number."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sections", type=int, default=SECTIONS)

    def handle(self, *args: Any, **options: Any) -> None:
        first, *others = (
            plans.section(f"avsnitt {number}", number=str(number), promises=PROMISES)
            for number in range(1, options["sections"] + 1)
        )
        text = plans.document((measured(first), *others))
        self.stdout.write(str(plans.plan_page(text=text).pk))


def measured(section: Section) -> Section:
    """The section whose first promise is measured by what is gone."""
    text, promise, *others = section.body
    return section.model_copy(update={"body": (text, promise.model_copy(update={"check": GONE}), *others)})
