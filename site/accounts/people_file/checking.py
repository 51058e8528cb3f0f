"""What a file would do, row by row: invite, nothing (the person is known already), or an error in a named column."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from accounts.invitation import Invitation
from accounts.invitations.granting import Inviter, may_grant
from accounts.invitations.inviting import Invitee
from accounts.people_file.columns import TITLES, Column
from accounts.people_file.reading import FileRow
from accounts.people_file.roles import find_bundle, find_role, split
from accounts.roles import titles
from accounts.user import User
from handslag import clock
from handslag.places.models import Municipality, Unit
from handslag.privacy.messages import describe
from handslag.privacy.texts import Piece
from handslag.spreadsheets.broken import broken
from handslag.spreadsheets.quoting import quoted

type Wrong = Callable[[Column, str], None]

LENGTHS = {Column.EMAIL: 254, Column.NAME: 120}


@dataclass(frozen=True)
class CellError:
    row: int
    column: Column
    text: str

    def __str__(self) -> str:
        return _("Row %(row)d, %(column)s: %(text)s") % {
            "row": self.row,
            "column": TITLES[self.column],
            "text": self.text,
        }


@dataclass
class CheckedRow:
    number: int
    invitee: Invitee | None = None
    role_titles: list[str] = field(default_factory=list)
    known: str = ""
    errors: list[CellError] = field(default_factory=list)


class FileChecker:
    """Reads accounts, invitations and places once for the whole file."""

    def __init__(self, inviter: Inviter) -> None:
        self.inviter = inviter
        self.municipalities = list(Municipality.objects.all())
        self.units = list(Unit.objects.all())
        self.accounts = set(User.objects.values_list("email", flat=True))
        open_now = Invitation.objects.filter(accepted_at=None, expires_at__gt=clock.now())
        self.invited = {email.lower() for email in open_now.values_list("email", flat=True)}
        self.seen: dict[str, int] = {}

    def check(self, rows: list[FileRow]) -> list[CheckedRow]:
        return [self._check(row) for row in rows]

    def _check(self, row: FileRow) -> CheckedRow:
        checked = CheckedRow(row.number)

        stopped: set[Column] = set()

        def wrong(column: Column, text: str) -> None:
            if column not in stopped:
                checked.errors.append(CellError(row.number, column, text))

        for column in row.cells:
            if message := describe([Piece(row.get(column))]) or broken(row.get(column)):
                wrong(column, message)
                stopped.add(column)
        email = self._email(row, wrong)
        municipality = self._municipality(row, wrong)
        unit = self._unit(row, municipality, wrong)
        roles = self._roles(row, wrong)
        if len(row.get(Column.NAME)) > LENGTHS[Column.NAME]:
            wrong(Column.NAME, _("the name is too long."))
        if not checked.errors:
            place = municipality or (unit.municipality if unit else None)
            checked.invitee = Invitee(email, row.get(Column.NAME), frozenset(roles), place, unit)
            checked.role_titles = titles(roles | {"staff"})
            checked.known = self._known(email)
        return checked

    def _email(self, row: FileRow, wrong: Wrong) -> str:
        email = row.get(Column.EMAIL).lower()
        try:
            if not email or len(email) > LENGTHS[Column.EMAIL]:
                raise ValidationError("")
            validate_email(email)
        except ValidationError:
            wrong(Column.EMAIL, _no_address(email))
            return ""
        if email in self.seen:
            wrong(Column.EMAIL, _("the same address stands in row %(row)d.") % {"row": self.seen[email]})
        self.seen.setdefault(email, row.number)
        return email

    def _municipality(self, row: FileRow, wrong: Wrong) -> Municipality | None:
        cell = row.get(Column.MUNICIPALITY)
        if not cell:
            return self.municipalities[0] if len(self.municipalities) == 1 else None
        wanted = _plain(cell)
        found = [each for each in self.municipalities if wanted == _plain(each.name) or cell == each.code]
        if not found:
            wrong(
                Column.MUNICIPALITY, _("there is no municipality “%(cell)s” here.") % {"cell": quoted(cell)}
            )
            return None
        return found[0]

    def _unit(self, row: FileRow, municipality: Municipality | None, wrong: Wrong) -> Unit | None:
        cell = row.get(Column.UNIT)
        if not cell:
            return None
        if municipality is None:
            if not row.get(Column.MUNICIPALITY):
                wrong(Column.UNIT, _("a unit needs its municipality in the same row."))
            return None
        for unit in self.units:
            if unit.municipality_id == municipality.pk and unit.name.casefold() == cell.casefold():
                return unit
        wrong(
            Column.UNIT,
            _("there is no unit “%(cell)s” in %(municipality)s; add it first, or correct the name.")
            % {"cell": quoted(cell), "municipality": municipality.name},
        )
        return None

    def _roles(self, row: FileRow, wrong: Wrong) -> set[str]:
        names: set[str] = set()
        for column in (Column.ROLES, Column.BUNDLE):
            for word in split(row.get(column)):
                role = find_role(word) if column is Column.ROLES else None
                bundle = None if role else find_bundle(word)
                if role is None and bundle is None:
                    wrong(column, _("there is no role “%(word)s”.") % {"word": quoted(word)})
                    continue
                given = {role.name} if role else set(bundle.roles if bundle else ())
                if refused := [name for name in given if not may_grant(self.inviter, name)]:
                    wrong(
                        column,
                        _("you may not give the role %(roles)s.") % {"roles": ", ".join(titles(refused))},
                    )
                names |= given
        return names

    def _known(self, email: str) -> str:
        if email in self.accounts:
            return _("has an account already")
        return _("has an open invitation already") if email in self.invited else ""


def _no_address(cell: str) -> str:
    return (
        _("“%(cell)s” is no e-mail address.") % {"cell": quoted(cell)}
        if cell
        else _("the address is missing.")
    )


def _plain(name: str) -> str:
    """“Lindboda”, “Lindboda kommun” and “LINDBODA KOMMUN” are one; so is “Hasselfors” with its own s."""
    return name.casefold().removesuffix(" kommun").removesuffix("s")
