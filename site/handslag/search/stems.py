"""Words reduced to their stems, so that "handlingsplanen" finds "handlingsplaner": the same on every database."""

import threading
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from handslag.search.words import words_of

_ALGORITHMS = {"sv": "swedish", "en": "english", "fi": "finnish", "ar": "arabic", "fa": "persian"}
# Definite forms that the Swedish algorithm leaves (skolan, landstinget), and the shortest word for each.
_SWEDISH_ENDINGS = (("an", 5), ("et", 6))
_SWEDISH_KEPT = ("het",)
_state = threading.local()


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; languages without an algorithm keep the word."""
    algorithm = _ALGORITHMS.get(language.partition("-")[0])
    if algorithm is None or word.isdigit():
        return word
    found = str(_stemmer(algorithm).stemWord(word))
    return (_without_swedish_ending(found) if algorithm == "swedish" else found) or word


def stems_of(text: str, language: str) -> str:
    """The stems of a text, separated by blanks, in the order of the words."""
    return " ".join(stem(word.text, language) for word in words_of(text))


def stem_each(words: Iterable[str], language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words)


def _without_swedish_ending(word: str) -> str:
    for ending, shortest in _SWEDISH_ENDINGS:
        if len(word) >= shortest and word.endswith(ending) and not word.endswith(_SWEDISH_KEPT):
            return word.removesuffix(ending)
    return word


def _stemmer(algorithm: str) -> snowballstemmer.stemmer:
    """A stemmer keeps the word it works on, so every thread has its own."""
    stemmers = _state.__dict__.setdefault("stemmers", {})
    if algorithm not in stemmers:
        stemmers[algorithm] = snowballstemmer.stemmer(algorithm)
    return stemmers[algorithm]
