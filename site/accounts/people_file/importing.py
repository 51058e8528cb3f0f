"""The whole file or nothing."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.invitation import Invitation
from accounts.invitations.granting import Inviter
from accounts.invitations.inviting import invite_all
from accounts.people_file.checking import CellError, CheckedRow, FileChecker
from accounts.people_file.reading import FileRow


@dataclass(frozen=True)
class Plan:
    """What the file would do."""

    rows: list[CheckedRow]

    @property
    def errors(self) -> list[CellError]:
        return [error for row in self.rows for error in row.errors]

    @property
    def to_invite(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.invitee is not None and not row.known]

    @property
    def known(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.known]


def plan(inviter: Inviter, rows: list[FileRow]) -> Plan:
    return Plan(FileChecker(inviter).check(rows))


def carry_out(inviter: Inviter, rows: list[FileRow]) -> list[Invitation]:
    """Checks again and invites in one transaction; the mails go after it. Raises ValidationError and writes nothing."""
    with transaction.atomic():
        checked = plan(inviter, rows)
        if checked.errors:
            raise ValidationError([str(error) for error in checked.errors])
        return invite_all(inviter, [row.invitee for row in checked.to_invite if row.invitee])
