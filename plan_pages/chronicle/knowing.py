"""Who may know what of a plan's story. Page, files and command ask here; it is decided nowhere else."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from handslag.access.people import Person, has_role, is_break_glass
from plan_pages.chronicle.entry import INVITED, Entry, OwnKind
from plan_pages.road.event import EventKind
from plan_pages.road.rules import may_see


class Circle(Enum):
    WORK = "those who see the matters (road.table: Action.SEE)"
    READERS = "everyone who reads the plan"


# An edition's entry carries the decisions it rests on. What a body decided about a text that readers never saw
# (tabled, sent back, rejected) is known to those who work with it, as the draft itself is.
KNOWN_TO: dict[str, Circle] = {
    EventKind.SUBMITTED: Circle.WORK,
    EventKind.WITHDRAWN: Circle.WORK,
    EventKind.APPROVED: Circle.WORK,
    EventKind.RETURNED: Circle.WORK,
    EventKind.COMMENTED: Circle.WORK,
    EventKind.REVIEWER_INVITED: Circle.WORK,
    EventKind.REFERRED: Circle.WORK,
    EventKind.REPLIED: Circle.WORK,
    EventKind.REFERRAL_CLOSED: Circle.WORK,
    EventKind.NO_REFERRAL: Circle.WORK,
    EventKind.AT_BOARD: Circle.WORK,
    EventKind.DECIDED: Circle.WORK,
    EventKind.AMENDED: Circle.WORK,
    EventKind.AMENDMENT_RETURNED: Circle.WORK,
    EventKind.SEALED: Circle.READERS,
    EventKind.REJECTED: Circle.WORK,
    EventKind.CORRECTION_PROPOSED: Circle.WORK,
    EventKind.CORRECTION_DECLINED: Circle.WORK,
    EventKind.REPEAL_PREPARED: Circle.WORK,
    EventKind.REPEAL_DECLINED: Circle.WORK,
    EventKind.CURRENCY_REVIEWED: Circle.READERS,
    EventKind.PROPOSED: Circle.WORK,
    EventKind.TAKEN_UP: Circle.WORK,
    EventKind.DECLINED: Circle.WORK,
    EventKind.ENDED: Circle.WORK,
    OwnKind.DRAFTS_SAVED: Circle.WORK,
    OwnKind.IMPORTED: Circle.WORK,
    OwnKind.IMPORT_RETURNED: Circle.WORK,
    OwnKind.IMPORT_WITHDRAWN: Circle.WORK,
    OwnKind.IMPORT_CONFIRMED: Circle.READERS,
}

# Of a sealed edition the words are its reason, which its own page shows.
WORDS_FOR_READERS = frozenset({EventKind.SEALED})


# Keys in an event's data that hold the number of an account.
ACCOUNTS = frozenset({INVITED, "account", "user", "reviewer", "member"})


@dataclass(frozen=True)
class Knowledge:
    """`whole`: the work on the plan, too; `names`: who took part."""

    whole: bool
    names: bool = False

    def has(self, kind: str) -> bool:
        """A kind without a line in the table is for those who work with the plan."""
        return self.whole or KNOWN_TO.get(kind) == Circle.READERS

    def words_of(self, entry: Entry) -> str:
        """What somebody wrote."""
        return entry.text if self.whole or entry.kind in WORDS_FOR_READERS else ""

    def data_of(self, entry: Entry) -> dict[str, Any]:
        """Numbers of accounts are names to those who know the numbers."""
        return {key: value for key, value in entry.data.items() if self.names or key not in ACCOUNTS}


def knowledge_of(user: Person) -> Knowledge:
    """Whether the plan may be read at all is asked before, at its door."""
    return Knowledge(whole=may_see(user), names=is_break_glass(user) or has_role(user, "auditor"))


def archive(*, with_names: bool) -> Knowledge:
    """For whoever runs commands on the server."""
    return Knowledge(whole=True, names=with_names)
