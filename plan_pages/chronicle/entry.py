"""One line of the story: what happened, when, to what. Names of people come last, for those who may see them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from plan_pages.editions.edition import Edition


class OwnKind(StrEnum):
    """What happened and is no event of the road: it is read from the rows that hold it."""

    DRAFTS_SAVED = "drafts_saved"
    IMPORTED = "registration_imported"
    IMPORT_RETURNED = "registration_returned"
    IMPORT_WITHDRAWN = "registration_withdrawn"
    IMPORT_CONFIRMED = "registration_confirmed"


INVITED = "invited"


@dataclass(frozen=True)
class Taker:
    """An account that took part; `role` a ParticipantRole where the edition says it, or INVITED."""

    account: int
    role: str = ""


@dataclass(frozen=True)
class Entry:
    """`kind` is an EventKind or an OwnKind, `row` the order among rows of the same moment.

    `edition` is the one that was made or that it tells of, `registration` the row a registration's page shows.
    """

    kind: str
    at: datetime.datetime
    row: int = 0
    text: str = ""
    section: str = ""
    edition: Edition | None = None
    matter: int | None = None
    registration: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    takers: tuple[Taker, ...] = ()

    @property
    def is_by_day(self) -> bool:
        """Of drafts the hour is nobody's business."""
        return self.kind == OwnKind.DRAFTS_SAVED
