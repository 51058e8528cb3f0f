"""Rows that somebody might make beside the seal, each wrong in one thing that the database knows of."""

import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import Model

from handslag import clock
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from tests.support import plans


def edition(given: Edition, **fields: Any) -> Edition:
    """A second edition in its series that nothing is wrong with, but for the given fields."""
    right = {
        "id": uuid.uuid4(),
        "series": given.series,
        "sequence": 2,
        "main": 2,
        "kind": "adopted",
        "schema_version": 1,
        "language": "sv",
        "title": "Plan",
        "digest": "1" * 64,
        "previous_digest": given.digest,
        "sealed_at": clock.now(),
    }
    return Edition(**{**right, **fields})


def decision(**fields: Any) -> Decision:
    """Of an edition that is not there yet; its key is asked for when the transaction ends."""
    row = plans.decision(**fields)
    row.edition_id = uuid.uuid4()
    row.place_code, row.place_name = "9901", "Björkmarks kommun"
    return row


def rows_of_a_copy() -> dict[str, Callable[[Edition], Model]]:
    return {
        "the same place in the chain": lambda given: edition(given, sequence=1, previous_digest=""),
        "the same number": lambda given: edition(given, main=1),
        "the same digest": lambda given: edition(given, digest=given.digest),
        "the same revision": lambda given: edition(given, revision=given.revision),
        "an unknown kind": lambda given: edition(given, kind="draft"),
        "a correction without its number": lambda given: edition(given, kind="correction", reason="x"),
        "an adopted edition with a correction's number": lambda given: edition(given, correction=1),
        "a number of zero": lambda given: edition(given, main=0),
        "no predecessor": lambda given: edition(given, previous_digest=""),
        "a repeal without a reason": lambda given: edition(given, kind="repeal"),
        "a correction without a reason": lambda given: edition(given, kind="correction", correction=1),
        "an unknown body": lambda _given: decision(body_type="crowd"),
        "an unknown outcome": lambda _given: decision(outcome="liked"),
        "an unknown role": lambda _given: decision(role="heard"),
        "a decision without a day": lambda _given: decision(meeting_date=None),
        "a decision without a body": lambda _given: decision(body=""),
        "a decision without a paragraph": lambda _given: decision(paragraph=""),
        "a decision without a first day": lambda _given: decision(in_effect_from=None),
    }
