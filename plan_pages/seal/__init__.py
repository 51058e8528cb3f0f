"""The seal: database triggers that let sealed rows in once and never change or leave.

`install()` is idempotent; it runs after every migrate and after a restore (design: a decided edition).
"""

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.migrations import Migration

from plan_pages.seal import postgresql, sqlite
from plan_pages.seal.tables import TABLES

__all__ = ["after_migrate", "before_migrate", "install", "missing", "remove"]

_MODULES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def install(using: str = "default") -> None:
    """Does nothing while the tables are not there (a migration back to nothing)."""
    if _tables_exist(using):
        _module(using).install(connections[using])


def missing(using: str = "default") -> list[str]:
    """What of the seal is not in place; empty where the tables do not exist."""
    if not _tables_exist(using):
        return []
    found: list[str] = _module(using).missing(connections[using])
    return found


def remove(using: str = "default") -> None:
    """For a restore, which has to write old rows, and for tests that forge; `install` must follow."""
    if _tables_exist(using):
        _module(using).remove(connections[using])


def before_migrate(
    sender: AppConfig, using: str, plan: Sequence[tuple[Migration, bool]] = (), **kwargs: Any
) -> None:
    """SQLite renames no table while a trigger of another speaks of it, so ours step aside for migrations of ours.

    Where the migration then fails, the check says that the seal is not in place.
    """
    ours = any(migration.app_label == "plan_pages" for migration, _backwards in plan)
    if sender.label == "plan_pages" and ours and connections[using].vendor == "sqlite":
        remove(using)


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """A migration of ours may have rebuilt a table and dropped its triggers."""
    if sender.label == "plan_pages":
        install(using)


def _module(using: str) -> ModuleType:
    return _MODULES[connections[using].vendor]


def _tables_exist(using: str) -> bool:
    present = set(connections[using].introspection.table_names())
    return all(table.name in present for table in TABLES)
