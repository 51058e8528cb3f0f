"""The full-text index on SQLite: FTS5 over the stems, kept true by triggers.

Django rebuilds a table to change it, and that drops its triggers; `install` runs after every migrate and puts
them back.
"""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import RawSQL

from handslag.search.models import SearchDocument
from handslag.search.query import Query, Term
from handslag.search.stems import stem_each

TABLE = "handslag_searchdocument"
INDEX = "handslag_search_index"
COLUMNS = "title_stems, body_stems, locale"
_VALUES = {row: ", ".join(f"{row}.{name}" for name in COLUMNS.split(", ")) for row in ("new", "old")}
# Everything below is made of these constants; what somebody types is always a parameter.
_ADD = f"INSERT INTO {INDEX}(rowid, {COLUMNS}) VALUES (new.id, {_VALUES['new']});"  # noqa: S608 - constants
_REMOVE = f"INSERT INTO {INDEX}({INDEX}, rowid, {COLUMNS}) VALUES ('delete', old.id, {_VALUES['old']});"  # noqa: S608 - constants
TRIGGERS = {
    f"{INDEX}_insert": f"AFTER INSERT ON {TABLE} BEGIN {_ADD} END",
    f"{INDEX}_delete": f"AFTER DELETE ON {TABLE} BEGIN {_REMOVE} END",
    f"{INDEX}_update": f"AFTER UPDATE OF id, {COLUMNS} ON {TABLE} BEGIN {_REMOVE} {_ADD} END",
}
# The stems are words already, so nothing is folded here: å, ä and ö are letters.
_CREATE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5({COLUMNS}, content='{TABLE}', content_rowid='id', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co'\", prefix='3 5')"
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Create what is missing; an index that has been without a trigger is filled anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE %s", [f"{INDEX}%"])
        present = {name for (name,) in cursor.fetchall()}
        if INDEX not in present:
            cursor.execute(_CREATE)
        missing = TRIGGERS.keys() - present
        for name in sorted(missing):
            cursor.execute(f"CREATE TRIGGER {name} {TRIGGERS[name]}")
        if missing:
            cursor.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')")  # noqa: S608 - constants


def matching(
    documents: models.QuerySet[SearchDocument], query: Query, languages: tuple[str, ...]
) -> models.QuerySet[SearchDocument]:
    # A table-valued function has no place in Django's query language.
    return documents.extra(  # noqa: S610 - every name is a constant, what was typed is a parameter
        tables=[INDEX],
        where=[f"{INDEX}.rowid = {TABLE}.id", f"{INDEX} MATCH %s"],
        params=[_expression(query, languages, "{title_stems body_stems}")],
    )


def scored(
    documents: models.QuerySet[SearchDocument], query: Query, languages: tuple[str, ...]
) -> models.QuerySet[SearchDocument]:
    """`title_hit`: the title alone answers; `score`: how much the thing is about the words."""
    in_title = RawSQL(  # noqa: S611 - as above
        f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s",  # noqa: S608 - a constant
        [_expression(query, languages, "{title_stems}")],
    )
    return documents.annotate(
        title_hit=models.Case(
            models.When(pk__in=in_title, then=1), default=0, output_field=models.IntegerField()
        ),
        score=RawSQL(f"-bm25({INDEX}, 10.0, 1.0, 0.0)", [], output_field=models.FloatField()),  # noqa: S611 - as above
    )


def _expression(query: Query, languages: tuple[str, ...], columns: str) -> str:
    """Words hold letters and digits only (`words.fold`), so quoting them is enough."""
    return " OR ".join(
        f'(locale : "{language}" AND {columns} : ({" AND ".join(_term(term, language) for term in query.terms)}))'
        for language in languages
    )


def _term(term: Term, language: str) -> str:
    phrase = " ".join(stem_each(term.words, language))
    return f'("{phrase}" OR "{term.words[0]}" *)' if term.may_continue else f'"{phrase}"'
