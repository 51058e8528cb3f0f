"""The index survives what Django does to tables."""

import pytest
from django.db import connection, models

from handslag.search import index_tables, sqlite_index
from handslag.search.entries import SearchEntry, write
from handslag.search.models import SearchDocument

pytestmark = pytest.mark.django_db


# Both names are constants.
COUNT = f"SELECT count(*) FROM {sqlite_index.INDEX} WHERE {sqlite_index.INDEX} MATCH %s"  # noqa: S608


def rows_in_index(word: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [word])
        return int(cursor.fetchone()[0])


@pytest.mark.both_databases
def test_installing_again_changes_nothing() -> None:
    index_tables.install()
    index_tables.install()


@pytest.mark.django_db(transaction=True)
def test_a_rebuilt_table_gets_its_triggers_back() -> None:
    if connection.vendor != "sqlite":
        return
    write("test:1", SearchEntry(locale="sv", kind="page", title="111", url="/"))
    field = models.CharField(max_length=61)
    field.set_attributes_from_name("kind")
    with connection.schema_editor() as editor:
        editor.alter_field(SearchDocument, SearchDocument._meta.get_field("kind"), field)
    write("test:2", SearchEntry(locale="sv", kind="page", title="222", url="/"))
    assert rows_in_index("222") == 0
    index_tables.install()
    write("test:3", SearchEntry(locale="sv", kind="page", title="333", url="/"))
    assert [rows_in_index(word) for word in ("111", "222", "333")] == [1, 1, 1]
