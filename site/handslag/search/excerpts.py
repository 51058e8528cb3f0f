"""The part of a text where the words were found, with the words marked."""

from collections.abc import Iterable, Iterator

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from handslag.search.query import Query
from handslag.search.stems import stem
from handslag.search.words import Word, words_of

BEFORE, LENGTH = 60, 240
# A hit further down than this is shown by the beginning of the text instead.
READ = 50_000


def excerpt(text: str, query: Query, language: str) -> SafeString:
    """About two lines around the first hit; the beginning of the text where the title alone was hit."""
    hits = _first_hits(text[:READ], query, language)
    start = _word_start(text, max(0, hits[0].start - BEFORE)) if hits else 0
    end = _word_end(text, start + LENGTH)
    marked = _mark(text, start, end, [hit for hit in hits if hit.start >= start and hit.end <= end])
    return format_html("{}{}{}", "… " if start else "", marked, " …" if end < len(text) else "")


def marked(text: str, query: Query, language: str) -> SafeString:
    """The whole text with the words marked (a title)."""
    return _mark(text, 0, len(text), _hits(text, query, language))


def _first_hits(text: str, query: Query, language: str) -> list[Word]:
    """Those that stand near the first; the rest of the text is not read."""
    near: list[Word] = []
    for hit in _hits(text, query, language):
        if near and hit.start > near[0].start + LENGTH:
            break
        near.append(hit)
    return near


def _hits(text: str, query: Query, language: str) -> Iterator[Word]:
    stems = {stem(word, language) for word in query.words}
    beginnings = tuple(term.words[0] for term in query.terms if term.may_continue)
    for word in words_of(text):
        if stem(word.text, language) in stems or (beginnings and word.text.startswith(beginnings)):
            yield word


def _mark(text: str, start: int, end: int, hits: Iterable[Word]) -> SafeString:
    parts, position = [], start
    for hit in hits:
        parts.append(format_html("{}<mark>{}</mark>", text[position : hit.start], text[hit.start : hit.end]))
        position = hit.end
    parts.append(conditional_escape(text[position:end]))
    return format_html_join("", "{}", ((part,) for part in parts))


def _word_start(text: str, position: int) -> int:
    return text.find(" ", position) + 1 if position else 0


def _word_end(text: str, position: int) -> int:
    if position >= len(text):
        return len(text)
    blank = text.rfind(" ", 0, position)
    return blank if blank > 0 else position
