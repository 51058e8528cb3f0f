"""Read a plan from a file: show what was found, or save it as a draft and, where it was decided, for registration."""

import json
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from handslag.places.models import Municipality
from plan_pages.documents import Place
from plan_pages.documents.head import DecisionRecord
from plan_pages.import_admin.found import decision_in
from plan_pages.importing.document import to_document
from plan_pages.importing.plan import ImportedPlan
from plan_pages.importing.reader import read_plan
from plan_pages.importing.refusal import ImportRefusedError
from plan_pages.importing.saving import ImportOrder, may_be_registered, save_import


class Command(BaseCommand):
    help = (
        "Reads a plan from a .docx, .odt, .pdf, .html or .txt file and saves it as a draft; with --user, a plan that "
        "names its decision waits to be compared with the file by a second person. --dry-run only shows what was found."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only show what was found")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print one JSON object")
        parser.add_argument(
            "--draft", action="store_true", help="not decided: save a draft and register nothing"
        )
        parser.add_argument(
            "--replace-draft", action="store_true", help="take the place of the draft that is there"
        )
        parser.add_argument(
            "--user",
            help="e-mail address of who imports: registers a decided plan, which somebody else then confirms",
        )
        parser.add_argument(
            "--municipality",
            action="append",
            default=[],
            metavar="CODE",
            help="for whom the plan is; may be given again. Not needed where there is only one",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            plan = read_plan(options["file"])
        except ImportRefusedError as refusal:
            raise CommandError(str(refusal)) from None
        if options["as_json"]:
            self.stdout.write(json.dumps(plan.as_json(), ensure_ascii=False, indent=2))
        else:
            self._show(plan)
        if not options["dry_run"]:
            self._save(plan, options)

    def _show(self, plan: ImportedPlan) -> None:
        self.stdout.write(plan.title or "–")
        for section in plan.sections:
            self.stdout.write(f"  {section.place or '–'}: {len(section.commitments)} proposed commitments")
        for gap in plan.gaps:
            self.stdout.write(f"  ! {gap}")

    def _save(self, plan: ImportedPlan, options: dict[str, Any]) -> None:
        municipalities = self._municipalities(options["municipality"])
        user = self._user(options["user"])
        # Without a name there is no first person, and the second pair of eyes would be the only one.
        is_decided = (
            user is not None and not options["draft"] and not plan.decision.is_empty and may_be_registered()
        )
        places = [Place(code=one.code, name=one.name) for one in municipalities]
        order = ImportOrder(
            document=to_document(plan),
            municipalities=municipalities,
            content=options["file"].read_bytes(),
            name=options["file"].name,
            decisions=[DecisionRecord(municipality=place, **decision_in(plan)) for place in places]
            if is_decided
            else None,
            replace_draft=options["replace_draft"],
            user=user,
        )
        try:
            saved = save_import(order)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        if not options["as_json"]:
            self.stdout.write(
                f"Saved as page {saved.page.pk}; registration {saved.registration.pk} waits for a second person."
                if saved.registration
                else f"Saved as the draft of page {saved.page.pk}."
            )

    def _municipalities(self, codes: list[str]) -> list[Municipality]:
        found = list(Municipality.objects.filter(code__in=codes) if codes else Municipality.objects.all())
        missing = set(codes) - {one.code for one in found}
        if missing:
            raise CommandError(f"There is no municipality with the code {', '.join(sorted(missing))}.")
        if not codes and len(found) != 1:
            raise CommandError("Say for whom the plan is: --municipality CODE, once for each.")
        return found

    def _user(self, address: str | None) -> Any:
        if not address:
            return None
        user = get_user_model().objects.filter(email=address.lower()).first()
        if user is None:
            raise CommandError("There is no account with this address.")
        return user
