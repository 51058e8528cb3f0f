"""“Did you mean …”: a better spelling, from titles that the reader may see and from nothing else."""

from difflib import get_close_matches

from django.db.models import QuerySet

from handslag.search.models import SearchDocument
from handslag.search.query import Query
from handslag.search.words import words_of

TITLES = 5_000
SHORTEST = 4


def suggestion(query: Query, visible: QuerySet[SearchDocument]) -> str:
    """The search with misspelt words replaced; "" where nothing is near. `visible`: what this reader may see."""
    titles = visible.order_by("-pk").values_list("title", flat=True)[:TITLES]
    known = {word.text for title in titles for word in words_of(title)}
    words = [_nearest(word, known) for word in query.words]
    return " ".join(words) if words != list(query.words) else ""


def _nearest(word: str, known: set[str]) -> str:
    if word in known or len(word) < SHORTEST:
        return word
    about_as_long = [other for other in known if abs(len(other) - len(word)) <= 2]
    return next(iter(get_close_matches(word, about_as_long, n=1, cutoff=0.75)), word)
