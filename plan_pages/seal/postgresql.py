"""The seal on PostgreSQL: row triggers, and a statement trigger because TRUNCATE passes row triggers."""

from django.db.backends.base.base import BaseDatabaseWrapper

from plan_pages.seal.tables import LEAF, MESSAGE, REDACTS_LEAF, TABLES, SealedTable

# As pg_trigger.tgtype has it: before (2), each row (1), insert (4), delete (8), update (16), truncate (32).
_MOMENTS = {"insert": 7, "update": 19, "delete": 11, "truncate": 34}

_REFUSE = f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';"


def _functions() -> dict[str, str]:
    """Name to body."""
    found = {"handslag_seal_refuse": f"BEGIN {_REFUSE} END;"}
    for table in TABLES:
        found[f"{table.name}_seal_insert"] = f"BEGIN IF {table.taken} THEN {_REFUSE} END IF; RETURN NEW; END;"
    found[f"{LEAF}_seal_update"] = f"BEGIN IF NOT ({REDACTS_LEAF}) THEN {_REFUSE} END IF; RETURN NEW; END;"
    return found


def _triggers() -> dict[str, tuple[str, str]]:
    """Trigger name to its table and its definition."""
    found = {}
    for table in TABLES:
        for event in _MOMENTS:
            each = "STATEMENT" if event == "truncate" else "ROW"
            found[f"{table.name}_seal_{event}"] = (
                table.name,
                f"BEFORE {event.upper()} ON {table.name} FOR EACH {each} EXECUTE FUNCTION {_function(table, event)}()",
            )
    return found


def _function(table: SealedTable, event: str) -> str:
    own = f"{table.name}_seal_{event}"
    return own if own in _functions() else "handslag_seal_refuse"


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers and functions that are not there, are switched off, or say something else than they should:
    another table, moment or function, or a condition of their own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, c.relname, p.proname, t.tgtype FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND n.nspname = current_schema()"
            " AND p.pronamespace = c.relnamespace AND t.tgqual IS NULL AND t.tgattr = ''::int2vector"
        )
        present = {(name, table): tuple(rest) for name, table, *rest in cursor.fetchall()}
        cursor.execute(
            "SELECT p.proname, p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname = current_schema() AND p.pronargs = 0"
        )
        bodies = dict(cursor.fetchall())
    lost = [name for name, body in _functions().items() if bodies.get(name) != body]
    for table in TABLES:
        for event, moment in _MOMENTS.items():
            name = f"{table.name}_seal_{event}"
            if present.get((name, table.name)) != (_function(table, event), moment):
                lost.append(name)
    return sorted(set(lost))


def install(connection: BaseDatabaseWrapper) -> None:
    if not missing(connection):
        return
    with connection.cursor() as cursor:
        for name, body in _functions().items():
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $seal${body}$seal$"
            )
        for name, (table, definition) in _triggers().items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            cursor.execute(f"CREATE TRIGGER {name} {definition}")


def remove(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for name, (table, _definition) in _triggers().items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
