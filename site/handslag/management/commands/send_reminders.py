"""Mail people about what waits for them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from handslag.reminders.chores import do_chores
from handslag.reminders.running import remind


class Command(BaseCommand):
    help = "Mails people about what waits for them: what is new, what is due, and again. Run it every night."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--now",
            action="store_true",
            help="mail everything that waits, whatever was mailed before; at most once a day",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say which accounts would be mailed, and mail nobody"
        )

    def handle(self, *args: Any, now: bool, dry_run: bool, **options: Any) -> None:
        """Accounts by number: this is printed into logs."""
        problems = [] if dry_run else self._do_chores()
        outcome = remind(at_once=now, dry_run=dry_run)
        for account, things in outcome.mailed.items() if dry_run else ():
            self.stdout.write(f"Account {account} would be mailed; things: {things}")
        count = f"people: {len(outcome.mailed)}, things: {sum(outcome.mailed.values())}"
        self.stdout.write(f"{'Would be mailed' if dry_run else 'Mailed'}: {count}")
        if outcome.broken:
            problems.append(f"What waits could not be found out for the accounts {_numbers(outcome.broken)}.")
        if outcome.unsent:
            problems.append(f"The mails to the accounts {_numbers(outcome.unsent)} could not be sent.")
        if outcome.stopped:
            problems.append("The mail server does not take mail, so nobody after them was tried.")
        if problems:
            raise CommandError(" ".join([*problems, "The next run tries again; the log says why."]))

    def _do_chores(self) -> list[str]:
        """What went wrong with those of the apps."""
        problems = []
        for name, outcome in do_chores():
            if outcome.done:
                self.stdout.write(f"{name}: {outcome.done}")
            if outcome.failed:
                problems.append(f"{name}: {outcome.failed} could not be done.")
        return problems


def _numbers(accounts: list[int]) -> str:
    return ", ".join(str(account) for account in accounts)
