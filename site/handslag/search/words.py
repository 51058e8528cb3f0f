"""The words of a text: what counts as one, and how spellings of the same word are made equal."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Vowel signs and accents that normalisation could not melt into a letter (å, ä and ö are letters and stay).
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_INVISIBLE = dict.fromkeys(
    [0x00, 0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)]
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_MARK = re.compile(f"[{_MARKS}]")
# Nobody writes longer words; longer runs are keys and noise, and the databases have limits of their own.
LONGEST_WORD = 80


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """The text as it is kept: one way to write å, nothing invisible, one blank between words."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_INVISIBLE).split())


def words_of(text: str) -> Iterator[Word]:
    """The words of a cleaned text."""
    for found in _WORD.finditer(text):
        if folded := fold(found.group()):
            yield Word(folded, found.start(), found.end())


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Upper and lower case, full-width and ordinary letters, make the same word."""
    same_case = unicodedata.normalize("NFKC", word).casefold()
    letters = _MARK.sub("", unicodedata.normalize("NFC", same_case))
    return "".join(character for character in letters if character.isalnum())[:LONGEST_WORD]
