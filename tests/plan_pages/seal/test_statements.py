"""Editions, leaves, decisions and their registers: written once, whatever is typed at a database prompt."""

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from plan_pages.seal.tables import MESSAGE, TABLES
from tests.plan_pages.seal import statements
from tests.plan_pages.seal import world as worlds
from tests.plan_pages.seal.statements import Statements
from tests.plan_pages.seal.world import World, assert_readers_see_the_same, assert_verified

decided, world = worlds.decided, worlds.world

pytestmark = pytest.mark.both_databases

OF_VENDOR = {"sqlite": statements.of_sqlite(), "postgresql": statements.of_postgresql()}
# Refused by what refers to the row, at the latest when the transaction ends.
PARENTS = {
    "series": "DELETE FROM plan_pages_editionseries",
    "revision": "DELETE FROM wagtailcore_revision",
    "municipality": "DELETE FROM handslag_municipality",
    "series with another key": "UPDATE plan_pages_editionseries SET id = id + 1000",
}


def attempts() -> Statements:
    return statements.of_both() | OF_VENDOR[connection.vendor]


def execute(statement: str, world: World | None = None) -> None:
    with connection.cursor() as cursor:
        if world is not None:
            first = world.edition.series.editions.get(main=1)
            statement = statement.format(edition=world.edition.pk.hex, first=first.pk.hex)
        cursor.execute(statement)


def rows() -> dict[str, list[Any]]:
    """Everything that is sealed, byte by byte."""
    found = {}
    for table in TABLES:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table.name} ORDER BY id")  # noqa: S608 - a name of ours
            found[table.name] = cursor.fetchall()
    return found


def refused(world: World, steps: tuple[str, ...]) -> str:
    """What the database says; "" where it did as it was told. A PRAGMA of an earlier attempt does not help."""
    if connection.vendor == "sqlite":
        execute("PRAGMA recursive_triggers = OFF")
    try:
        with transaction.atomic():
            for step in steps:
                execute(step, world)
    except DatabaseError as error:
        return str(error)
    return ""


def to_the_end(world: World, statement: str) -> None:
    """With what the database asks only when the transaction ends."""
    with transaction.atomic():
        execute(statement, world)
        connection.check_constraints()


def test_statement__is_refused_by_the_seal(world: World) -> None:
    before = rows()
    said = {name: refused(world, steps) for name, steps in attempts().items()}
    assert {name: message for name, message in said.items() if MESSAGE not in message} == {}
    assert rows() == before
    assert len(said) > 40
    assert_verified()
    assert_readers_see_the_same(world)


@pytest.mark.parametrize("name", PARENTS)
def test_parent_row__cannot_go_while_something_was_decided(world: World, name: str) -> None:
    with pytest.raises(IntegrityError):
        to_the_end(world, PARENTS[name])
    assert_verified()
    assert_readers_see_the_same(world)


def copy_in(row: tuple[Any, ...]) -> None:
    """PostgreSQL's bulk road; on SQLite the same rows by `executemany`."""
    columns = "id, edition_id, position, section, body, salt, digest"
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY plan_pages_editionleaf ({columns}) FROM STDIN") as stream:
                stream.write_row(row)
        else:
            places = ", ".join(["%s"] * len(row))
            cursor.executemany(f"INSERT INTO plan_pages_editionleaf ({columns}) VALUES ({places})", [row])  # noqa: S608 - ours


def test_copy_into_a_table__is_refused_too(world: World) -> None:
    leaf = world.edition.leaves.get(position=1)
    with pytest.raises(Exception, match=MESSAGE):
        copy_in((9999, leaf.edition_id.hex, 99, "ny", leaf.body, leaf.salt, leaf.digest))
    assert_verified()


def test_stray_parts__of_no_edition_do_not_outlive_the_transaction(world: World) -> None:
    stray = statements.copied("leaf", id="9999", edition_id=f"'{statements.OTHER}'")
    with pytest.raises(IntegrityError):
        to_the_end(world, f"INSERT {stray}")


def test_edition_without_a_true_digest__is_named(world: World) -> None:
    """A new row may come in, that is what sealing does; one that nobody sealed shows."""
    fresh = {
        "id": f"'{statements.OTHER}'",
        "digest": "'x'",
        "main": "3",
        "sequence": "3",
        "revision_id": "NULL",
        "title": "'Smygtext'",
    }
    execute(f"INSERT {statements.copied('edition', **fresh)}", world)
    with pytest.raises(Exception, match="handlingsplan/3: "):
        assert_verified()
