"""The databases' own full-text indexes: one module per vendor, chosen here."""

from types import ModuleType
from typing import Any

from django.apps import AppConfig
from django.db import connection, connections
from django.db.models.signals import post_migrate

from handslag.search import postgresql_index, sqlite_index
from handslag.search.models import SearchDocument

_MODULES: dict[str, ModuleType] = {"sqlite": sqlite_index, "postgresql": postgresql_index}


def index_module() -> ModuleType:
    return _MODULES[connection.vendor]


def install(using: str = "default") -> None:
    """May run at any time; does nothing while the table does not exist (a migration back to nothing)."""
    database = connections[using]
    if database.vendor in _MODULES and SearchDocument._meta.db_table in database.introspection.table_names():
        _MODULES[database.vendor].install(database)


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    if sender.label == SearchDocument._meta.app_label:
        install(using)


def connect() -> None:
    """After each migrate and not in a migration: a later migration may rebuild the table and drop the triggers."""
    post_migrate.connect(after_migrate, dispatch_uid="handslag.search.install")
