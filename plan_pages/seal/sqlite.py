"""The seal on SQLite. Django rebuilds a table to change it, which drops its triggers: `install` puts them back.

A row can also be pushed out by its hidden rowid, which the edition's own key is not.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from plan_pages.seal.tables import LEAF, MESSAGE, REDACTS_LEAF, TABLES

_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"


def triggers() -> dict[str, str]:
    """Name to statement."""
    found = {}
    for table in TABLES:
        unless = f" WHEN NOT ({REDACTS_LEAF})" if table.name == LEAF else ""
        for event, condition in (
            ("update", unless),
            ("delete", ""),
            (
                "insert",
                f" WHEN {table.taken} OR EXISTS (SELECT 1 FROM {table.name} h WHERE h.rowid = NEW.rowid)",  # noqa: S608 - constants of ours
            ),
        ):
            name = f"{table.name}_seal_{event}"
            found[name] = (
                f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table.name}"
                f" FOR EACH ROW{condition} {_REFUSE}"
            )
    return found


def installed(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", ["%seal%"]
        )
        return dict(cursor.fetchall())


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that are not there, or that say something else than they should."""
    present = installed(connection)
    return [name for name, statement in triggers().items() if present.get(name) != statement]


def install(connection: BaseDatabaseWrapper) -> None:
    wanted = triggers()
    with connection.cursor() as cursor:
        for name in missing(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(wanted[name])


def remove(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for name in triggers():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
