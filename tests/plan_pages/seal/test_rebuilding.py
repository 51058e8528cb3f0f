"""A migration that rebuilds the sealed tables: the triggers come back, and a forgery in between is named."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import DatabaseError, connection, models
from django.db.migrations import Migration
from django.db.models import Model

from plan_pages import seal
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf, EditionRedaction
from plan_pages.editions.register import CommitmentEntry
from plan_pages.seal.tables import MESSAGE, TABLES
from tests.support import plans
from tests.support.factories import make_site

SEALED: tuple[type[Model], ...] = (Edition, EditionLeaf, Decision, CommitmentEntry, EditionRedaction)

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def edition() -> Edition:
    make_site()
    return plans.adopt(plans.plan_page())


def rebuild(model: type[Model]) -> None:
    """As migrations do that add a field with a default and take it away again: SQLite makes the table anew."""
    field: Any = models.CharField(max_length=10, default="ny")
    field.contribute_to_class(model, "added", private_only=True)
    model._meta.private_fields.remove(field)
    delattr(model, "added")
    with connection.schema_editor() as editor:
        editor.add_field(model, field)
    with connection.schema_editor() as editor:
        editor.execute(f"ALTER TABLE {model._meta.db_table} DROP COLUMN added")
    if connection.vendor == "sqlite":
        with connection.schema_editor() as editor:
            editor._remake_table(model)


def test_rebuilt_tables__have_their_triggers_again_after_the_migration(edition: Edition) -> None:
    """Django's signals around a migration of ours, and a forger in the middle of it."""
    begun = [(Migration("0099_later", "plan_pages"), False)]
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=begun)
    for model in SEALED:
        rebuild(model)
    seal.remove()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE plan_pages_editionleaf SET body = 'Smygtext' WHERE position = 1")
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert seal.missing() == []
    for table in TABLES[:-1]:
        with pytest.raises(DatabaseError, match=MESSAGE), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table.name}")  # noqa: S608 - a name of ours
    with pytest.raises(CommandError, match="handlingsplan/1: the text of part 1"):
        call_command("verify_editions")


def test_migration_of_another_app__leaves_the_triggers_where_they_are(edition: Edition) -> None:
    begun = [(Migration("0099_later", "contacts"), False)]
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=begun)
    assert seal.missing() == []


def test_migration_that_breaks_off__is_found_by_the_check(edition: Edition) -> None:
    """On SQLite the triggers stepped aside; no other migration begins before they are back."""
    begun = [(Migration("0099_later", "plan_pages"), False)]
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=begun)
    if connection.vendor == "sqlite":
        with pytest.raises(SystemCheckError, match=r"plan_pages\.E001"):
            call_command("migrate", verbosity=0, skip_checks=False)
    call_command("verify_editions", restore_seal=True, stderr=StringIO(), verbosity=0)
    call_command("migrate", verbosity=0, skip_checks=False)
    assert seal.missing() == []
