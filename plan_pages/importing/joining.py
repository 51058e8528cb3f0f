"""Lines broken at the margin, joined to running text; words that were divided there are mended."""

import re
from collections.abc import Iterable

DIVIDED = re.compile(r"(\w+)-$")
LONGEST_WORD = 80
KEEPS_HYPHEN = re.compile(r"^(?:och|eller|samt|till|respektive|resp|men|som|i|på)\b", re.IGNORECASE)


def words_with_hyphen(texts: Iterable[str]) -> frozenset[str]:
    """Words the document itself writes with a hyphen within a line ("makt-miljön")."""
    found = re.findall(r"\w+-\w+", " ".join(texts))
    return frozenset(word.casefold() for word in found)


def joined(texts: Iterable[str], hyphenated: frozenset[str]) -> str:
    whole = ""
    for text in texts:
        whole = _join(whole, text, hyphenated) if whole else text
    return re.sub(r"\s+", " ", whole).strip()


def _join(before: str, after: str, hyphenated: frozenset[str]) -> str:
    """ "grund- och gymnasieskola" and "SO-rådet" keep their hyphen."""
    broken = DIVIDED.search(before[-LONGEST_WORD:]) if before.endswith("-") else None
    if not broken or KEEPS_HYPHEN.match(after):
        return f"{before} {after}"
    next_word = re.match(r"\w+", after)
    head = broken.group(1)
    if next_word is None or f"{head}-{next_word.group()}".casefold() in hyphenated:
        return before + after
    if not next_word.group()[0].islower() or not head[-1].islower():
        return before + after
    return before[:-1] + after
