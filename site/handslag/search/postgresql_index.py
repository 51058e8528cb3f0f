"""The full-text index on PostgreSQL: a generated column over the stems, the title weighing more, and a GIN index."""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import RawSQL

from handslag.search.models import SearchDocument
from handslag.search.query import Query, Term
from handslag.search.stems import stem_each

TABLE = "handslag_searchdocument"
COLUMN = "search_vector"
INDEX = "handslag_search_index"
# The stems are words already, so the plain configuration is the right one for every language.
_VECTOR = (
    "setweight(to_tsvector('simple', title_stems), 'A') || setweight(to_tsvector('simple', body_stems), 'B')"
)
_ANYWHERE, _IN_TITLE = "", "A"


def install(connection: BaseDatabaseWrapper) -> None:
    """Create what is missing; what is there is not touched, because altering a table locks it."""
    with connection.cursor() as cursor:
        present = {column.name for column in connection.introspection.get_table_description(cursor, TABLE)}
        if COLUMN not in present:
            cursor.execute(
                f"ALTER TABLE {TABLE} ADD COLUMN {COLUMN} tsvector GENERATED ALWAYS AS ({_VECTOR}) STORED"
            )
        cursor.execute("SELECT to_regclass(%s)", [INDEX])
        if cursor.fetchone() == (None,):
            cursor.execute(f"CREATE INDEX {INDEX} ON {TABLE} USING GIN ({COLUMN})")


def matching(
    documents: models.QuerySet[SearchDocument], query: Query, languages: tuple[str, ...]
) -> models.QuerySet[SearchDocument]:
    condition, parameters = _condition(query, languages, _ANYWHERE)
    return documents.extra(where=[condition], params=parameters)  # noqa: S610 - constants; what was typed is a parameter


def scored(
    documents: models.QuerySet[SearchDocument], query: Query, languages: tuple[str, ...]
) -> models.QuerySet[SearchDocument]:
    """`title_hit`: the title alone answers; `score`: how much the thing is about the words."""
    in_title, in_title_parameters = _condition(query, languages, _IN_TITLE)
    either = " | ".join(f"({_expression(query, language, _ANYWHERE)})" for language in languages)
    return documents.annotate(
        title_hit=RawSQL(  # noqa: S611 - as above
            f"CASE WHEN {in_title} THEN 1 ELSE 0 END", in_title_parameters, output_field=models.IntegerField()
        ),
        score=RawSQL(  # noqa: S611 - as above
            f"ts_rank('{{0, 0, 0.1, 1}}', {TABLE}.{COLUMN}, to_tsquery('simple', %s), 1)",
            [either],
            output_field=models.FloatField(),
        ),
    )


def _condition(query: Query, languages: tuple[str, ...], weight: str) -> tuple[str, list[str]]:
    parts, parameters = [], []
    for language in languages:
        parts.append(f"({TABLE}.locale = %s AND {TABLE}.{COLUMN} @@ to_tsquery('simple', %s))")
        parameters += [language, _expression(query, language, weight)]
    return f"({' OR '.join(parts)})", parameters


def _expression(query: Query, language: str, weight: str) -> str:
    """Words hold letters and digits only (`words.fold`), so quoting them is enough."""
    return " & ".join(_term(term, language, weight) for term in query.terms)


def _term(term: Term, language: str, weight: str) -> str:
    mark = f":{weight}" if weight else ""
    phrase = " <-> ".join(f"'{word}'{mark}" for word in stem_each(term.words, language))
    return f"({phrase} | '{term.words[0]}':*{weight})" if term.may_continue else f"({phrase})"
