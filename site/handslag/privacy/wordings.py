"""Swedish wordings that deserve a second look. They warn, with a reason; they never stop or change a text.

Each rule has anchors, rare word stems that are cheap to look for, and a pattern that must then hold within
the anchor's own sentence. The rules prefer silence: a warning that is often wrong is soon not read.
"""

import re
from collections.abc import Iterator
from typing import Final

from .findings import Finding
from .wording_rules import RULES, Rule

# The longest part of a sentence, on each side of the anchor, that is read.
_REACH: Final = 200
# More warnings of one kind than this tell an editor nothing new.
_MOST: Final = 20

_SENTENCE_END = re.compile(r"[.!?:;](?=\s)|\n\s*\n")


def find_wordings(text: str) -> Iterator[Finding]:
    """The wordings in a text that has been made plain (see `characters.plain`)."""
    lowered = _lower(text)
    for rule in RULES:
        yield from _apply(rule, lowered)


def _apply(rule: Rule, text: str) -> Iterator[Finding]:
    seen: set[int] = set()
    for anchor in rule.anchors:
        place = text.find(anchor)
        while place >= 0 and len(seen) < _MOST:
            start, sentence = _sentence_around(text, place)
            for match in rule.pattern.finditer(sentence):
                if start + match.start() in seen or any(pattern.search(sentence) for pattern in rule.unless):
                    continue
                seen.add(start + match.start())
                yield Finding(rule.kind, start + match.start(), start + match.end())
            # The rest of this sentence has been read.
            place = text.find(anchor, max(start + len(sentence), place + len(anchor)))


def _sentence_around(text: str, place: int) -> tuple[int, str]:
    floor = max(0, place - _REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, floor, place)]
    start = ends[-1] if ends else floor
    following = _SENTENCE_END.search(text, place, place + _REACH)
    return start, text[start : following.start() if following else place + _REACH]


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A few capitals (İ) become two characters: leave those, so that places stay the same.
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
