"""Which tables are sealed, and the condition under which a new row would replace or extend what is decided."""

from dataclasses import dataclass

EDITION = "plan_pages_edition"
LEAF = "plan_pages_editionleaf"
REDACTION = "plan_pages_editionredaction"
DECISION = "plan_pages_decision"
ENTRY = "plan_pages_commitmententry"

MESSAGE = "handslag: a decided edition cannot be changed"


@dataclass(frozen=True)
class SealedTable:
    """`taken` is SQL that is true when NEW may not come in: its edition is sealed, or it would push out another row
    (SQLite's INSERT OR REPLACE deletes without asking the triggers for deletes)."""

    name: str
    taken: str


def _part_of_edition(name: str) -> SealedTable:
    return SealedTable(
        name,
        f"EXISTS (SELECT 1 FROM {EDITION} e WHERE e.id = NEW.edition_id)"  # noqa: S608 - constants of ours
        f" OR EXISTS (SELECT 1 FROM {name} r WHERE r.id = NEW.id)",
    )


TABLES = (
    SealedTable(
        EDITION,
        f"EXISTS (SELECT 1 FROM {EDITION} e WHERE e.id = NEW.id OR e.digest = NEW.digest"  # noqa: S608 - as above
        " OR e.revision_id = NEW.revision_id OR (e.series_id = NEW.series_id"
        " AND (e.sequence = NEW.sequence OR (e.main = NEW.main AND e.correction = NEW.correction))))",
    ),
    _part_of_edition(LEAF),
    _part_of_edition(DECISION),
    _part_of_edition(ENTRY),
    SealedTable(
        REDACTION,
        f"EXISTS (SELECT 1 FROM {REDACTION} r WHERE r.id = NEW.id OR r.leaf_id = NEW.leaf_id)",  # noqa: S608 - as above
    ),
)

# The one change there is: a redaction, written before, empties its leaf and destroys the salt; the digest stays.
REDACTS_LEAF = (
    "NEW.id = OLD.id AND NEW.edition_id = OLD.edition_id AND NEW.position = OLD.position"
    " AND NEW.section = OLD.section AND NEW.digest = OLD.digest AND NEW.body = '' AND NEW.salt = ''"
    " AND EXISTS (SELECT 1 FROM plan_pages_editionredaction r WHERE r.leaf_id = OLD.id)"
)
