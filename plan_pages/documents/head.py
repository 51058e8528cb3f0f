"""What an edition's digest is computed over: its head, which names the digests of its leaves and its predecessor."""

import datetime
from typing import Literal

from pydantic import AwareDatetime

from .base import Frozen
from .canonical import digest_of
from .model import Place

type EditionKind = Literal["adopted", "registered", "correction", "repeal"]
type BodyType = Literal["council", "executive", "committee", "steering_group", "other"]
type DecisionRole = Literal["prepared", "decided"]
type Outcome = Literal["adopted", "adopted_with_changes", "referred_back", "tabled", "rejected"]


class DecisionRecord(Frozen):
    """One municipality's decision (A0.1). Empty or None: not known (only of plans decided before Handslag)."""

    municipality: Place
    role: DecisionRole = "decided"
    outcome: Outcome = "adopted"
    body_type: BodyType
    body: str
    meeting_date: datetime.date | None = None
    paragraph: str = ""
    registry_number: str = ""
    minutes_verified_on: datetime.date | None = None
    minutes_sha256: str = ""
    in_effect_from: datetime.date | None = None


class EditionHead(Frozen):
    """`series` is the series' uuid, `sequence` counts its editions in the order they were sealed, from 1.

    `reason` is what a correction or repeal says of itself.
    """

    schema_version: Literal[1] = 1
    series: str
    sequence: int
    number: str
    kind: EditionKind
    language: str
    title: str
    reason: str = ""
    sealed_at: AwareDatetime
    decisions: tuple[DecisionRecord, ...] = ()
    leaves: tuple[str, ...] = ()
    previous_digest: str = ""

    def digest(self) -> str:
        return digest_of(self.model_dump(mode="json"))
