"""Who took part: names for those who may see them, a function for everybody else."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from plan_pages.chronicle.entry import INVITED, Entry, Taker
from plan_pages.chronicle.knowing import Knowledge
from plan_pages.editions.kinds import ParticipantRole
from plan_pages.road.event import EventKind

# The function in which one does it; a role of `handslag.access.roles`, "" where several may.
FUNCTIONS: dict[str, str] = {
    EventKind.SUBMITTED: "editor",
    EventKind.WITHDRAWN: "editor",
    EventKind.APPROVED: "reviewer",
    EventKind.RETURNED: "reviewer",
    EventKind.REVIEWER_INVITED: "editor",
    EventKind.AMENDED: "board_secretary",
}

_CALLED = {
    "editor": _("An editor"),
    "reviewer": _("A reviewer"),
    "board_secretary": _("A secretary"),
    "board": _("A member of the board"),
    "": _("Somebody who works with the plan"),
}


class People:
    """Names of these entries' people, looked up together; none at all for those who see functions."""

    def __init__(self, knowledge: Knowledge, entries: Iterable[Entry]) -> None:
        accounts = (
            {taker.account for entry in entries for taker in entry.takers} if knowledge.names else set()
        )
        found = get_user_model().objects.in_bulk(accounts) if accounts else {}
        self._names = {pk: _name_of(account) for pk, account in found.items()}

    def names_in(self, entry: Entry) -> list[str]:
        return [_with_role(self._names[taker.account], taker) for taker in self.known(entry)]

    def known(self, entry: Entry) -> list[Taker]:
        return [taker for taker in entry.takers if taker.account in self._names]

    def name(self, taker: Taker) -> str:
        return self._names[taker.account]


def function_of(entry: Entry) -> str:
    """An opinion is told as a comment, and so is who goes on entering the board's changes."""
    if "opinion" in entry.data:
        return "board"
    return "board_secretary" if "took_over" in entry.data else FUNCTIONS.get(entry.kind, "")


def called(entry: Entry) -> str:
    """“An editor”; the program where no person did it."""
    return str(_CALLED[function_of(entry)] if entry.takers else _("The system"))


def _name_of(account: Any) -> str:
    return account.get_full_name() or account.get_username()


def _with_role(name: str, taker: Taker) -> str:
    if not taker.role:
        return name
    role = pgettext("took part", "invited") if taker.role == INVITED else ParticipantRole(taker.role).label
    return f"{name} ({role})"
