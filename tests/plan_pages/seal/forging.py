"""Every column of the sealed tables: what a forger would write there, or why nobody reads it."""

import datetime
from typing import Any

from django.db.models import Model

from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.register import Commitment, CommitmentEntry
from tests.support import plans

OTHER = "0" * 31 + "1"
ANOTHER_DAY = datetime.date(2020, 2, 2)

# Column to value; a value that the database itself would refuse would prove nothing.
FORGED: dict[type[Model], dict[str, Any]] = {
    Edition: {
        "id": OTHER,
        "series_id": "another series",
        "sequence": 9,
        "main": 9,
        "kind": "registered",
        "schema_version": 2,
        "language": "en",
        "title": "Smygtext",
        "reason": "Smygtext",
        "digest": "0" * 64,
        "previous_digest": "0" * 64,
        "sealed_at": datetime.datetime(2020, 2, 2, tzinfo=datetime.UTC),
    },
    EditionLeaf: {
        "edition_id": OTHER,
        "position": 99,
        "section": plans.key("smyg"),
        "body": '{"smyg":1}',
        "salt": "0" * 64,
        "digest": "0" * 64,
    },
    Decision: {
        "edition_id": OTHER,
        "place_code": "9902",
        "place_name": "Skogsmarks kommun",
        "role": "prepared",
        "outcome": "adopted_with_changes",
        "body_type": "executive",
        "body": "Kommunstyrelsen",
        "meeting_date": ANOTHER_DAY,
        "paragraph": "999",
        "registry_number": "KS 2020/1",
        "minutes_verified_on": ANOTHER_DAY,
        "minutes_sha256": "0" * 64,
        "in_effect_from": ANOTHER_DAY,
    },
    CommitmentEntry: {
        "edition_id": OTHER,
        "commitment_id": "another commitment",
        "position": 99,
        "section": plans.key("smyg"),
        "obligation": "kan",
        "accountable_function": "Någon annan",
    },
    Commitment: {"key": OTHER},
}

UNREAD: dict[type[Model], dict[str, str]] = {
    Edition: {
        "revision_id": "readers are never shown the revision",
        "sealed_by_id": "for auditors",
        "correction": "needs a kind of its own; tried together with it",
    },
    EditionLeaf: {"id": "leaves are read in the order of their position"},
    Decision: {
        "id": "a decision is read by its municipality",
        "municipality_id": "the municipality as it was called then stands in the row",
        "minutes_document_id": "the file is proved by its digest",
        "before_handslag": "says which gaps were allowed when it was written",
    },
    CommitmentEntry: {"id": "entries are read in the order of their position"},
    Commitment: {
        "id": "an entry names its promise by the key",
        "series_id": "an entry's edition has its own",
    },
}


def columns() -> list[tuple[type[Model], str]]:
    return [(model, column) for model, forged in FORGED.items() for column in forged]
