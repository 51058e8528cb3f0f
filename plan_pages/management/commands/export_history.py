"""Write a plan's whole history to a file, for the archive."""

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils.translation import override

from plan_pages.chronicle.json_file import history_as_json, language_of
from plan_pages.chronicle.knowing import archive
from plan_pages.chronicle.pdf_file import history_as_pdf
from plan_pages.chronicle.story import Story, story_of
from plan_pages.editions.history import history_of
from plan_pages.editions.series import EditionSeries
from plan_pages.seal.broken import BrokenSealError

FORMATS = ("pdf", "json")


class Command(BaseCommand):
    help = "Writes the whole history of one plan as PDF or JSON: drafts, reviews, decisions, corrections."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", help="the plan's address, for example handlingsplan")
        parser.add_argument("--format", choices=FORMATS, default="pdf")
        parser.add_argument("--output", type=Path, required=True)
        parser.add_argument(
            "--with-names",
            action="store_true",
            help="with the names of those who took part; else their functions",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        series = EditionSeries.objects.filter(address=options["address"]).first()
        if series is None:
            raise CommandError(f"There is no plan at the address {options['address']}.")
        try:
            story = story_of(history_of(series), archive(with_names=options["with_names"]))
            content = self._content(story, options["format"])
        except BrokenSealError:
            raise CommandError("The history is not what was sealed; see manage.py verify_editions.") from None
        try:
            options["output"].write_bytes(content)
        except OSError as error:
            raise CommandError(f"{options['output']} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"The history of {series.address} is in {options['output']}.")

    def _content(self, story: Story, form: str) -> bytes:
        if form == "json":
            return history_as_json(story).encode()
        with override(language_of(story.history)):
            address = urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("plan:in_force"))
        return history_as_pdf(story, address)
