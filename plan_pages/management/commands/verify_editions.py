"""Say whether every edition is what was decided."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plan_pages import seal
from plan_pages.editions.edition import Edition
from plan_pages.seal.verifying import verify


class Command(BaseCommand):
    help = "Compares every edition with its digest and its chain, and looks whether the seal is in place."
    # The check on the seal would stop the command that says more about it.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--restore-seal",
            action="store_true",
            help="put missing triggers back first; then every edition is compared",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["restore_seal"]:
            for name in seal.missing():
                self.stderr.write(f"The trigger {name} was missing or changed and is put back.")
            seal.install()
        faults = list(verify())
        if faults:
            raise CommandError("\n".join(map(str, faults)))
        self.stdout.write(f"{Edition.objects.count()} editions are what was decided.")
