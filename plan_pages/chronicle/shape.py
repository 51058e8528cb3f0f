"""The form of the exported history, version 1. What is added later gets a new version; old files stay readable."""

import datetime
from typing import Any, Final, Literal

from pydantic import AwareDatetime

from plan_pages.documents.base import Frozen
from plan_pages.documents.head import DecisionRecord
from plan_pages.documents.json_schema import DIALECT

VERSION: Final = 1


class SeriesRecord(Frozen):
    """`key` is the one in the heads of its editions."""

    key: str
    kind: str
    address: str


class EditionRecord(Frozen):
    """A sealed edition; its own file holds what the digest is computed from (docs/developers/seal.md)."""

    number: str
    kind: str
    title: str
    language: str
    sealed_at: AwareDatetime
    reason: str
    digest: str
    previous_digest: str
    decisions: tuple[DecisionRecord, ...]


class MatterRecord(Frozen):
    """A draft on its way; `edition` is the number of what became of it, "" for nothing or nothing yet."""

    id: int
    registry_number: str
    stage: str
    ending: str
    opened_at: AwareDatetime
    closed_at: AwareDatetime | None
    edition: str


class PersonRecord(Frozen):
    """`account` tells two people of one name apart; `role` is empty where the entry says it."""

    account: int
    name: str
    role: str = ""


class SectionRecord(Frozen):
    """`title` is empty where no text that is kept has the section."""

    id: str
    title: str


class EntryRecord(Frozen):
    """`at` is None where only the day is told. `sentence` is for people; everything else says the same for programs.

    `function` is the role in which it was done, empty where several may do it. `people` only where names are exported.
    """

    kind: str
    on: datetime.date
    at: AwareDatetime | None
    sentence: str
    text: str
    function: str
    section: SectionRecord | None
    edition: str
    matter: int | None
    data: dict[str, Any]
    people: tuple[PersonRecord, ...] = ()


class ChapterRecord(Frozen):
    """`part` is road (up to the decision), after, given_up or under_way; `edition` its main number, or ""."""

    part: Literal["road", "after", "given_up", "under_way"]
    title: str
    edition: str
    matter: int | None
    entries: tuple[EntryRecord, ...]


class ParticipantRecord(Frozen):
    edition: str
    role: str
    account: int
    name: str


class HistoryFile(Frozen):
    """The story of one plan, oldest first. `knowledge` is whole, or what every reader may know.

    `registry_numbers` are those of its decisions and matters, `last_digest` the newest edition's: it stands for the
    whole chain. `participants` only where names are exported.
    """

    format: Literal["handslag-history"] = "handslag-history"
    version: Literal[1] = VERSION
    knowledge: Literal["whole", "readers"]
    series: SeriesRecord
    title: str
    registry_numbers: tuple[str, ...]
    last_digest: str
    last_event_on: datetime.date | None
    editions: tuple[EditionRecord, ...]
    matters: tuple[MatterRecord, ...]
    chapters: tuple[ChapterRecord, ...]
    participants: tuple[ParticipantRecord, ...] = ()


def json_schema(version: int = VERSION) -> dict[str, Any]:
    """Raises KeyError for a version that never was."""
    if version != VERSION:
        raise KeyError(version)
    return {"$schema": DIALECT, **HistoryFile.model_json_schema(mode="serialization")}
