"""Invite everybody in a CSV file."""

from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.invitation import Invitation
from accounts.people_file.importing import Plan, carry_out, plan
from accounts.people_file.reading import MAX_BYTES, read_file
from accounts.user import User


class Command(BaseCommand):
    help = "Invites everybody in a CSV file with the columns e-post, namn, roller, paket, kommun, enhet: all or nobody."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
        parser.add_argument(
            "--as", dest="inviter", metavar="EMAIL", help="invite in this account's name and with its rights"
        )

    def handle(self, *args: Any, file: Path, dry_run: bool, inviter: str | None, **options: Any) -> None:
        person = self._person(inviter)
        try:
            with file.open("rb") as opened:
                rows = read_file(opened.read(MAX_BYTES + 1))
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        found = plan(person, rows)
        self._show(found)
        if found.errors:
            for each in found.errors:
                self.stderr.write(str(each))
            raise CommandError("Nobody was invited; correct the rows above and run the command again.")
        if dry_run:
            self.stdout.write(f"{len(found.to_invite)} would be invited.")
            return
        try:
            written = carry_out(person, rows)
        except (ValidationError, PermissionDenied) as error:
            raise CommandError(f"Nobody was invited: {error}") from error
        sent = Invitation.objects.filter(pk__in=[row.pk for row in written]).exclude(sent_at=None).count()
        self.stdout.write(f"{len(written)} are invited; {sent} mails have been sent.")

    def _person(self, email: str | None) -> User | None:
        if email is None:
            return None
        try:
            return User.objects.get(email=email.lower(), is_active=True)
        except User.DoesNotExist as error:
            raise CommandError(f"There is no active account {email}.") from error

    def _show(self, found: Plan) -> None:
        for row in found.rows:
            if row.invitee is not None:
                what = row.known or ", ".join(row.role_titles)
                self.stdout.write(f"{row.number}: {row.invitee.email}: {what}")
