"""A redaction is the one change there is: it empties a leaf, leaves its digest, and takes nothing else along."""

from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from plan_pages.documents.canonical import canonical_json
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf, EditionRedaction
from plan_pages.seal.broken import BrokenSealError
from plan_pages.seal.redacting import redact_leaf
from plan_pages.seal.tables import MESSAGE
from plan_pages.seal.texts import document_of
from tests.plan_pages.seal import world as worlds
from tests.plan_pages.seal.world import World, assert_verified, signed_in, what_readers_see
from tests.support import plans

decided, world = worlds.decided, worlds.world

pytestmark = pytest.mark.both_databases

EMPTY = "body = '', salt = ''"
# What a redaction must not take along.
MORE = (
    f"{EMPTY}, position = 99",
    f"{EMPTY}, section = 'smyg'",
    f"{EMPTY}, digest = 'x'",
    f"{EMPTY}, id = 9999",
    "body = ''",
    "salt = ''",
    "body = 'Smygtext', salt = ''",
)


def second_section() -> EditionLeaf:
    return EditionLeaf.objects.get(edition__main=2, position=2)


def change(leaf: EditionLeaf, what: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE plan_pages_editionleaf SET {what} WHERE id = %s", [leaf.pk])  # noqa: S608 - ours


def redacted_text() -> str:
    kept = plans.section("avsnitt 2", number="2", words="▇▇▇ är borttaget.", promises=3)
    return canonical_json(kept.model_dump(mode="json"))


def redact(world: World, **fields: Any) -> EditionLeaf:
    leaf = second_section()
    redact_leaf(leaf, fields.get("body", redacted_text()), "Ett namn", world.superuser)
    return leaf


def test_leaf__is_emptied_only_with_a_redaction(world: World) -> None:
    with pytest.raises(DatabaseError, match=MESSAGE):
        change(second_section(), EMPTY)
    redact(world)
    assert second_section().body == second_section().salt == ""


@pytest.mark.parametrize("more", MORE)
def test_redaction__takes_nothing_else_along(world: World, more: str) -> None:
    leaf = second_section()
    EditionRedaction.objects.create(leaf=leaf, body=redacted_text(), reason="Ett namn")
    with pytest.raises(DatabaseError, match=MESSAGE):
        change(leaf, more)
    with pytest.raises(DatabaseError, match=MESSAGE):
        change(EditionLeaf.objects.get(edition__main=2, position=1), EMPTY)
    assert_verified()


def test_redaction__keeps_the_digest_and_the_rest_of_the_edition(world: World) -> None:
    digest = Edition.objects.get(main=2).digest
    part = second_section().digest
    redact(world)
    assert second_section().digest == part
    assert Edition.objects.get(main=2).digest == digest
    assert_verified()
    seen = what_readers_see(world.reader)
    status, page = seen["/handlingsplan/"]
    assert status == 200
    assert "▇▇▇ är borttaget.".encode() in page
    assert "Texten är en annan nu.".encode() not in page
    assert "löfte 1 i avsnitt 1".encode() in page


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan_pages_editionredaction SET body = 'Smygtext'",
        "DELETE FROM plan_pages_editionredaction",
        "UPDATE plan_pages_editionleaf SET body = 'Smygtext' WHERE body = ''",
        "UPDATE plan_pages_editionleaf SET salt = 'x' WHERE body = ''",
        "DELETE FROM plan_pages_editionleaf WHERE body = ''",
        "INSERT INTO plan_pages_editionredaction (leaf_id, body, reason, redacted_at)"
        " SELECT leaf_id, 'Smygtext', reason, redacted_at FROM plan_pages_editionredaction",
    ],
)
def test_redaction__is_not_changed_or_undone(world: World, statement: str) -> None:
    redact(world)
    with pytest.raises(DatabaseError, match=MESSAGE), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert_verified()


def test_redaction_row_alone__changes_nothing_that_is_read(world: World) -> None:
    EditionRedaction.objects.create(leaf=second_section(), body=redacted_text(), reason="Ett namn")
    assert what_readers_see(world.reader) == world.seen


@pytest.mark.parametrize("body", ["Smygtext", '{"smyg":1}', '{"id":"smyg"}'])
def test_redaction_that_is_no_section__is_named_and_not_shown(world: World, body: str) -> None:
    redact(world, body=body)
    with pytest.raises(CommandError, match="handlingsplan/2: its parts do not make a text"):
        call_command("verify_editions")
    with pytest.raises(BrokenSealError):
        document_of(Edition.objects.select_related("series").get(main=2))


def test_redaction_that_changes_a_promise__is_named(world: World) -> None:
    """The register says what was promised, and it was written when the edition was sealed."""
    kept = plans.section("avsnitt 2", number="2", words="▇▇▇", promises=1)
    redact(world, body=canonical_json(kept.model_dump(mode="json")))
    with pytest.raises(CommandError, match="handlingsplan/2: its register"):
        call_command("verify_editions")


def test_redaction_written_into_the_tables__is_named_and_not_shown(world: World) -> None:
    """No trigger forbids the row: only the site itself can sign one."""
    EditionRedaction.objects.create(leaf=second_section(), body=redacted_text(), reason="Ett namn")
    change(second_section(), EMPTY)
    with pytest.raises(
        CommandError, match="handlingsplan/2: the redaction of part 2 was not made by this site"
    ):
        call_command("verify_editions")
    cache.clear()
    assert signed_in(world.reader).get("/handlingsplan/").status_code == 503


def test_redaction__stays_valid_when_the_site_gets_a_new_key(world: World, settings: Any) -> None:
    redact(world)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "ny" * 30, [settings.SECRET_KEY]
    assert_verified()
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(CommandError, match="redaction of part 2"):
        call_command("verify_editions")


def test_redaction__is_read_at_once_also_where_the_text_was_cached(world: World) -> None:
    assert "Texten är en annan nu." in signed_in(world.reader).get("/handlingsplan/").content.decode()
    redact(world)
    assert "Texten är en annan nu." not in signed_in(world.reader).get("/handlingsplan/").content.decode()
