"""Where somebody gets past the triggers, `verify_editions` names the edition, whatever they touched."""

import uuid
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Model

from plan_pages import seal
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import history_of
from plan_pages.editions.kinds import SeriesKind
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.register import Commitment, CommitmentEntry
from plan_pages.editions.series import EditionSeries
from plan_pages.seal.broken import BrokenSealError
from plan_pages.seal.heads import refuse_forged
from tests.plan_pages.seal import world as worlds
from tests.plan_pages.seal.forging import FORGED, UNREAD, columns
from tests.plan_pages.seal.world import World, assert_verified, series, signed_in, what_readers_see

decided, world = worlds.decided, worlds.world

pytestmark = [pytest.mark.both_databases, pytest.mark.slow]

# Where its own name was forged, the edition is called by it.
NAMED_BY = {"series_id": "en-annan/2", "main": "handlingsplan/9"}


def rows_of(model: type[Model], edition: Edition) -> tuple[str, list[Any]]:
    """A condition for one row of the edition: of the leaves, the last."""
    if model is Edition:
        return "id = %s", [edition.pk.hex]
    if model is Commitment:
        return "id = %s", [edition.commitment_entries.get(position=0).commitment_id]
    related = {EditionLeaf: "leaves", Decision: "decisions", CommitmentEntry: "commitment_entries"}
    last = getattr(edition, related[model]).order_by("pk").last()
    return "id = %s", [last.pk]


def value_of(world: World, model: type[Model], column: str) -> Any:
    value = FORGED[model][column]
    if value == "another series":
        made = EditionSeries.objects.create(
            kind=SeriesKind.ACTIVITY_PLAN, address="en-annan", translation_key=uuid.uuid4()
        )
        return made.pk
    if value == "another commitment":
        return Commitment.objects.create(series=world.edition.series, key=uuid.uuid4()).pk
    return value


def forge(world: World, model: type[Model], column: str) -> None:
    value = value_of(world, model, column)
    condition, arguments = rows_of(model, world.edition)
    seal.remove()
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {model._meta.db_table} SET {column} = %s WHERE {condition}",  # noqa: S608 - names of ours
            [value, *arguments],
        )
        assert cursor.rowcount == 1
    seal.install()


def complaint() -> str:
    with pytest.raises(CommandError) as told:
        call_command("verify_editions")
    assert told.value.returncode == 1
    return str(told.value)


def test_columns__are_all_tried_or_unread_for_a_reason() -> None:
    for model, forged in FORGED.items():
        assert {field.column for field in model._meta.concrete_fields} - {"id"} == {
            *forged,
            *UNREAD[model],
        } - {"id"}


@pytest.mark.parametrize(("model", "column"), columns())
def test_forged_column__is_named(world: World, model: type[Model], column: str) -> None:
    forge(world, model, column)
    expected = NAMED_BY.get(column, "handlingsplan/2") if model is Edition else "handlingsplan/2"
    assert f"{expected}: " in complaint()


def test_correction_made_of_an_edition__is_named(world: World) -> None:
    seal.remove()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE plan_pages_edition SET kind = 'correction', correction = 1, reason = 'x' WHERE main = 2"
        )
    seal.install()
    assert "handlingsplan/2.1: " in complaint()


@pytest.mark.parametrize("name", ["edition", "editionleaf", "decision", "commitmententry"])
def test_row_taken_away__is_named(world: World, name: str) -> None:
    seal.remove()
    edition = Edition.objects.get(main=2 if name != "edition" else 1)
    with connection.cursor() as cursor:
        key = "id" if name == "edition" else "edition_id"
        cursor.execute(f"DELETE FROM plan_pages_{name} WHERE {key} = %s", [edition.pk.hex])  # noqa: S608 - of ours
        assert cursor.rowcount
    seal.install()
    told = complaint()
    assert "handlingsplan/2: " in told
    assert name != "edition" or str(edition.pk) in told


@pytest.mark.parametrize(
    ("model", "column"),
    [(EditionLeaf, "body"), (EditionLeaf, "section"), (Decision, "paragraph"), (Edition, "schema_version")],
)
def test_forged_text__is_not_shown_as_decided(world: World, model: type[Model], column: str) -> None:
    """Readers are told that the text does not match, with no word of it."""
    forge(world, model, column)
    seen = what_readers_see(world.reader)
    for address in ("/handlingsplan/", "/handlingsplan/utgavor/2.pdf", "/handlingsplan/utgavor/2.json"):
        status, body = seen[address]
        assert status == 503, address
        assert b"Texten \xc3\xa4r en annan nu" not in body
    assert signed_in(world.reader).get("/handlingsplan/utgavor/1.pdf").status_code == 200


@pytest.mark.parametrize("column", ["paragraph", "in_effect_from", "body"])
def test_forged_decision__is_not_shown_from_a_warm_cache(world: World, column: str) -> None:
    """Which edition is in force is said by the rows of all; the text alone lies in the cache."""
    client = signed_in(world.reader)
    assert client.get("/handlingsplan/").status_code == 200
    forge(world, Decision, column)
    for address in ("/handlingsplan/", "/handlingsplan/utgavor/", "/handlingsplan/jamfor/1/2/"):
        assert client.get(address).status_code == 503, address


def test_switched_off_triggers__are_reported_and_put_back(world: World) -> None:
    """What was done in between is named by the same command that puts them back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE plan_pages_editionleaf DISABLE TRIGGER ALL")
        else:
            cursor.execute("DROP TRIGGER plan_pages_editionleaf_seal_update")
        cursor.execute(
            "UPDATE plan_pages_editionleaf SET body = 'x' WHERE edition_id = %s", [world.edition.pk.hex]
        )
    assert "plan_pages_editionleaf_seal_update" in str(seal.missing())
    with pytest.raises(Exception, match="plan_pages_editionleaf_seal_update"):
        call_command("check", databases=["default"])
    errors = StringIO()
    with pytest.raises(CommandError, match="handlingsplan/2: the text of part 0"):
        call_command("verify_editions", restore_seal=True, stderr=errors)
    assert "plan_pages_editionleaf_seal_update was missing or changed and is put back" in errors.getvalue()
    assert seal.missing() == []
    call_command("check", databases=["default"])


def test_missing_triggers__are_named_one_by_one(world: World) -> None:
    seal.remove()
    expected = {"sqlite": 15, "postgresql": 20}[connection.vendor]
    assert len(seal.missing()) == expected
    with pytest.raises(CommandError) as told:
        call_command("verify_editions")
    assert str(told.value).count("is missing or changed") == expected
    call_command("verify_editions", restore_seal=True, stderr=StringIO(), stdout=StringIO())
    assert_verified()


DECEIVING = {
    "sqlite": {
        "does nothing": "CREATE TRIGGER plan_pages_edition_seal_update BEFORE UPDATE ON plan_pages_edition"
        " BEGIN SELECT 1; END",
        "on another table": "CREATE TRIGGER plan_pages_edition_seal_update BEFORE UPDATE ON django_session"
        " FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'handslag: a decided edition cannot be changed'); END",
    },
    "postgresql": {
        "never": "CREATE TRIGGER plan_pages_edition_seal_update BEFORE UPDATE ON plan_pages_edition"
        " FOR EACH ROW WHEN (false) EXECUTE FUNCTION handslag_seal_refuse()",
        "on another table": "CREATE TRIGGER plan_pages_edition_seal_update BEFORE UPDATE ON django_session"
        " FOR EACH ROW EXECUTE FUNCTION handslag_seal_refuse()",
        "of one column": "CREATE TRIGGER plan_pages_edition_seal_update BEFORE UPDATE OF kind ON plan_pages_edition"
        " FOR EACH ROW EXECUTE FUNCTION handslag_seal_refuse()",
        "at another moment": "CREATE TRIGGER plan_pages_edition_seal_update BEFORE DELETE ON plan_pages_edition"
        " FOR EACH ROW EXECUTE FUNCTION handslag_seal_refuse()",
        "function that lets through": "CREATE OR REPLACE FUNCTION handslag_seal_refuse() RETURNS trigger"
        " LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
    },
}


def test_trigger_that_says_something_else__is_missing_and_put_back(world: World) -> None:
    """Of the right name, and letting everything through."""
    on = " ON plan_pages_edition" if connection.vendor == "postgresql" else ""
    for name, statement in DECEIVING[connection.vendor].items():
        with transaction.atomic(), connection.cursor() as cursor:
            if "CREATE TRIGGER" in statement:
                cursor.execute(f"DROP TRIGGER plan_pages_edition_seal_update{on}")
            cursor.execute(statement)
            assert seal.missing() != [], name
            seal.install()
            assert seal.missing() == [], name
            transaction.set_rollback(True)


HEADS = [
    (model, column) for model, column in columns() if model in (Edition, Decision) and column != "series_id"
]


@pytest.mark.parametrize(("model", "column"), HEADS)
def test_forged_head__is_refused_without_looking_at_the_text(
    world: World, model: type[Model], column: str, django_assert_num_queries: Any
) -> None:
    """What lists and headings ask, whose text may come from a cache."""
    right = history_of(series())
    with django_assert_num_queries(1):
        refuse_forged(right.editions, right.decisions)
    forge(world, model, column)
    forged = history_of(series())
    with pytest.raises(BrokenSealError):
        refuse_forged(forged.editions, forged.decisions)
