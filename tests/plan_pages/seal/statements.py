"""What somebody with a database prompt may try, statement by statement; each must be refused by the database."""

# ruff: noqa: S608 - the statements are put together from names of ours

from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.register import CommitmentEntry

type Statements = dict[str, tuple[str, ...]]

OTHER = "0" * 31 + "1"
SEALED = {
    "edition": (Edition, "id = '{edition}'"),
    "leaf": (EditionLeaf, "edition_id = '{edition}'"),
    "decision": (Decision, "edition_id = '{edition}'"),
    "entry": (CommitmentEntry, "edition_id = '{edition}'"),
}
# A harmless column of each, and what a forger would write there.
CHANGES = {
    "edition": "title = 'Smygtext'",
    "leaf": "body = 'Smygtext'",
    "decision": "paragraph = '999'",
    "entry": "obligation = 'kan'",
}


def table(name: str) -> str:
    return str(SEALED[name][0]._meta.db_table)


def copied(name: str, **other: str) -> str:
    """`INSERT`'s columns and rows: the sealed rows again, with other values in some columns."""
    model, where = SEALED[name]
    columns = [field.column for field in model._meta.concrete_fields]
    values = [other.get(column, column) for column in columns]
    rows = f"SELECT {', '.join(values)} FROM {table(name)} WHERE {where} LIMIT 1"
    return f"INTO {table(name)} ({', '.join(columns)}) {rows}"


def of_both() -> Statements:
    found: Statements = {}
    for name, (_model, where) in SEALED.items():
        own, change = table(name), CHANGES[name]
        found[f"update {name}"] = (f"UPDATE {own} SET {change} WHERE {where}",)
        found[f"update all of {name}"] = (f"UPDATE {own} SET {change}",)
        found[f"update nothing of {name}"] = (f"UPDATE {own} SET id = id WHERE {where}",)
        found[f"delete {name}"] = (f"DELETE FROM {own} WHERE {where}",)
        found[f"insert {name} again"] = (f"INSERT {copied(name)}",)
        found[f"update {name} by a common table"] = (
            f"WITH found AS (SELECT id FROM {own} WHERE {where})"
            f" UPDATE {own} SET {change} WHERE id IN (SELECT id FROM found)",
        )
        found[f"insert {name} on conflict"] = (
            f"INSERT {copied(name).replace(' LIMIT 1', '')} ON CONFLICT (id) DO UPDATE SET {change}",
        )
    found |= {
        "new key of edition": (f"UPDATE plan_pages_edition SET id = '{OTHER}' WHERE id = '{{edition}}'",),
        "new key of leaf": ("UPDATE plan_pages_editionleaf SET id = id + 1000",),
        "leaf to another edition": ("UPDATE plan_pages_editionleaf SET edition_id = '{first}'",),
        "one more leaf": (f"INSERT {copied('leaf', id='9999', position='99', section="'ny'")}",),
        "one more decision": (f"INSERT {copied('decision', id='9999', role="'prepared'")}",),
        "one more entry": (f"INSERT {copied('entry', id='9999', position='99')}",),
        "edition with the same number": (
            f"INSERT {copied('edition', id=f"'{OTHER}'", digest="'x'", revision_id='NULL', sequence='9')}",
        ),
        "edition with the same place in the chain": (
            f"INSERT {copied('edition', id=f"'{OTHER}'", digest="'x'", revision_id='NULL', main='9')}",
        ),
        "edition from the same revision": (
            f"INSERT {copied('edition', id=f"'{OTHER}'", digest="'x'", main='9', sequence='9')}",
        ),
        "emptied leaf without a redaction": (
            "UPDATE plan_pages_editionleaf SET body = '', salt = '' WHERE edition_id = '{edition}'",
        ),
    }
    return found


def of_sqlite() -> Statements:
    found: Statements = {}
    for name, (_model, where) in SEALED.items():
        own, change = table(name), CHANGES[name]
        replace = f"INSERT OR REPLACE {copied(name)}"
        found[f"replace {name}"] = (replace,)
        found[f"replace {name} with triggers within triggers"] = (
            "PRAGMA recursive_triggers = ON",
            replace,
        )
        found[f"replace {name} by its hidden key"] = (
            f"INSERT OR REPLACE {_by_rowid(name)}".replace(" LIMIT 1", ""),
        )
        found[f"update or replace {name}"] = (f"UPDATE OR REPLACE {own} SET {change} WHERE {where}",)
        found[f"update or ignore {name}"] = (f"UPDATE OR IGNORE {own} SET {change} WHERE {where}",)
    fresh = {"id": f"'{OTHER}'", "digest": "'x'", "main": "9", "sequence": "9", "revision_id": "NULL"}
    found["replace an edition by its hidden key alone"] = (
        f"INSERT OR REPLACE {_by_rowid('edition', **fresh)}",
    )
    for name in ("leaf", "decision", "entry"):
        elsewhere = copied(name, edition_id=f"'{OTHER}'")
        found[f"replace {name} by a part of an edition to come"] = (f"INSERT OR REPLACE {elsewhere}",)
    for column in ("digest", "revision_id", "main", "sequence"):
        kept = {name: value for name, value in fresh.items() if name != column}
        found[f"replace an edition by its {column}"] = (f"INSERT OR REPLACE {copied('edition', **kept)}",)
    found["update leaves through a view"] = (
        "CREATE VIEW smyg AS SELECT * FROM plan_pages_editionleaf",
        "CREATE TRIGGER smyg_update INSTEAD OF UPDATE ON smyg BEGIN"
        " UPDATE plan_pages_editionleaf SET body = NEW.body WHERE id = OLD.id; END",
        "UPDATE smyg SET body = 'Smygtext'",
    )
    return found


def _by_rowid(name: str, **other: str) -> str:
    start, rest = copied(name, **other).split(" (", 1)
    return f"{start} (rowid, {rest}".replace("SELECT ", "SELECT rowid, ", 1)


def of_postgresql() -> Statements:
    found: Statements = {}
    for name, (_model, where) in SEALED.items():
        own, change = table(name), CHANGES[name]
        found[f"truncate {name}"] = (f"TRUNCATE {own} CASCADE",)
        found[f"update {name} returning"] = (
            f"WITH gone AS (UPDATE {own} SET {change} WHERE {where} RETURNING id) SELECT * FROM gone",
        )
        found[f"delete {name} returning"] = (
            f"WITH gone AS (DELETE FROM {own} WHERE {where} RETURNING id) SELECT * FROM gone",
        )
        found[f"update only {name}"] = (f"UPDATE ONLY {own} SET {change} WHERE {where}",)
        found[f"update {name} through a view"] = (
            f"CREATE VIEW smyg AS SELECT * FROM {own}",
            f"UPDATE smyg SET {change}",
        )
        found[f"merge {name}"] = (
            f"MERGE INTO {own} t USING {own} s ON t.id = s.id WHEN MATCHED THEN UPDATE SET {change}",
        )
        found[f"insert {name} on conflict of a constraint"] = (
            f"INSERT {copied(name)} ON CONFLICT ON CONSTRAINT {own}_pkey DO UPDATE SET {change}",
        )
    for parent in ("plan_pages_editionseries", "wagtailcore_revision", "handslag_municipality"):
        found[f"truncate {parent} and what refers to it"] = (f"TRUNCATE {parent} CASCADE",)
    return found
