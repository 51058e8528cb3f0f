"""Write an edition to a file: for an archive, for a meeting, for somebody who wants to prove the seal."""

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils.translation import override

from plan_pages.editions.edition import Edition
from plan_pages.editions.numbers import parse_number
from plan_pages.exporting.html_file import edition_as_html
from plan_pages.exporting.json_file import edition_as_json
from plan_pages.exporting.pdf_file import edition_as_pdf
from plan_pages.seal.broken import BrokenSealError

FORMATS = ("pdf", "json", "html")


class Command(BaseCommand):
    help = "Writes one edition as PDF, JSON or HTML."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("edition", help="a number (2, 2.1) of the action plan, or an edition's id")
        parser.add_argument("--format", choices=FORMATS, default="pdf")
        parser.add_argument("--output", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        edition = self._find(options["edition"])
        try:
            content = self._content(edition, options["format"])
        except BrokenSealError:
            raise CommandError("The text is not what was sealed; see manage.py verify_editions.") from None
        try:
            options["output"].write_bytes(content)
        except OSError as error:
            raise CommandError(f"{options['output']} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"Edition {edition.number} is in {options['output']}.")

    def _find(self, asked: str) -> Edition:
        editions = Edition.objects.select_related("series")
        try:
            number = parse_number(asked)
        except ValueError:
            try:
                found = editions.filter(pk=asked).first()
            except ValidationError:
                found = None
        else:
            found = editions.filter(
                series__address="handlingsplan", main=number.main, correction=number.correction
            ).first()
        if found is None:
            raise CommandError(f"There is no edition {asked}.")
        return found

    def _content(self, edition: Edition, form: str) -> bytes:
        with override(edition.language):
            address = urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("plan:in_force"))
            if form == "pdf":
                return edition_as_pdf(edition, address)
            text = edition_as_json(edition) if form == "json" else edition_as_html(edition)
        return text.encode()
