"""What somebody typed, read as words that must all be found."""

import re
from dataclasses import dataclass

from handslag.search.words import clean, words_of

MOST_TERMS = 12
MOST_CHARACTERS = 300
SHORTEST_BEGINNING = 3
# Words that say nothing about a page; they are left out unless nothing else was typed.
_FILLING = frozenset(
    """
    och att det som en ett på är av för med den till i om har de inte vi man kan ska vad när hur jag
    mig min du din var vem så eller men från vid hos hon han ni oss sig sin gör göra
    the a an of to in and or is are for with what when how do my me you your it on at be that this
    """.split()  # noqa: SIM905 - words are read more easily than quotation marks
)
_CHUNK = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+)')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


@dataclass(frozen=True)
class Term:
    """One word, or several that stand side by side. `may_continue`: the reader may be in the middle of the word."""

    words: tuple[str, ...]
    may_continue: bool = False


@dataclass(frozen=True)
class Query:
    """All terms must be found. `text` is what the reader sees as their search."""

    text: str
    terms: tuple[Term, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for term in self.terms for word in term.words)


def parse(typed: str) -> Query:
    """Words in quotation marks, and words held together by signs (KS/2016:168), stand side by side.

    Whatever is typed gives a query; what holds no words gives one without terms, which finds nothing.
    """
    text = clean(typed[: MOST_CHARACTERS * 4])[:MOST_CHARACTERS]
    terms: list[Term] = []
    filling: list[Term] = []
    for chunk in _CHUNK.finditer(text.translate(_QUOTES)):
        quoted = chunk["quoted"]
        words = tuple(word.text for word in words_of(chunk["plain"] or quoted or ""))
        if not words:
            continue
        is_filling = quoted is None and len(words) == 1 and words[0] in _FILLING
        (filling if is_filling else terms).append(Term(words))
    terms = (terms or filling)[:MOST_TERMS]
    if terms and not text.endswith(('"', "”", "«", "»")) and _may_continue(terms[-1]):
        terms[-1] = Term(terms[-1].words, may_continue=True)
    return Query(text, tuple(terms))


def _may_continue(term: Term) -> bool:
    return len(term.words) == 1 and len(term.words[0]) >= SHORTEST_BEGINNING and not term.words[0].isdigit()
