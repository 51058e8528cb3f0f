"""Mail people about what waits for them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from handslag.reminders.mail_runs import mail_runs
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
        outcome = remind(at_once=now, dry_run=dry_run)
        for account, things in outcome.mailed.items() if dry_run else ():
            self.stdout.write(f"Account {account} would be mailed; things: {things}")
        count = f"people: {len(outcome.mailed)}, things: {sum(outcome.mailed.values())}"
        self.stdout.write(f"{'Would be mailed' if dry_run else 'Mailed'}: {count}")
        problems = []
        if outcome.broken:
            problems.append(f"What waits could not be found out for the accounts {_numbers(outcome.broken)}.")
        if outcome.unsent:
            problems.append(f"The mails to the accounts {_numbers(outcome.unsent)} could not be sent.")
        if outcome.stopped:
            problems.append("The mail server does not take mail, so nobody after them was tried.")
        if not dry_run:
            problems += self._run_others()
        if problems:
            raise CommandError(" ".join([*problems, "The next run tries again; the log says why."]))

    def _run_others(self) -> list[str]:
        """Letters that are no reminders, e.g. to guests of meetings; what went wrong with them."""
        problems = []
        for run in mail_runs:
            outcome = run.send()
            if outcome.sent:
                self.stdout.write(f"{run.name}: {outcome.sent}")
            if outcome.unsent:
                problems.append(f"{run.name}: {outcome.unsent} could not be sent.")
        return problems


def _numbers(accounts: list[int]) -> str:
    return ", ".join(str(account) for account in accounts)
