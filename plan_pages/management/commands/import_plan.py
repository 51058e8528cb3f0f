"""Read a plan from a file and show what was found."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plan_pages.importing.plan import ImportedPlan
from plan_pages.importing.reader import read_plan
from plan_pages.importing.refusal import ImportRefusedError


class Command(BaseCommand):
    help = (
        "Reads a plan from a .docx, .odt, .pdf, .html or .txt file and shows what it found. Nothing is saved."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only show what was found")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["dry_run"]:
            raise CommandError("A plan cannot be saved yet; add --dry-run to see what is in the file.")
        try:
            plan = read_plan(options["file"])
        except ImportRefusedError as refusal:
            raise CommandError(str(refusal)) from None
        if options["as_json"]:
            self.stdout.write(json.dumps(plan.as_json(), ensure_ascii=False, indent=2))
        else:
            self._show(plan)

    def _show(self, plan: ImportedPlan) -> None:
        self.stdout.write(plan.title or "–")
        for section in plan.sections:
            self.stdout.write(f"  {section.place or '–'}: {len(section.commitments)} proposed commitments")
        for gap in plan.gaps:
            self.stdout.write(f"  ! {gap}")
