"""Two lines of text word by word, so that a reader sees what was changed and not a heap of snippets.

Blanks belong to the word before them: they are shown as they were but never decide what is the same.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

# A word or one sign, and the blanks after it.
TOKEN = re.compile(r"(\w+|[^\w\s])(\s*)")
# Less in common than this, in letters, reads better as the whole old line and the whole new one.
LEAST_IN_COMMON = 0.35
# A few equal words between two larger changes only tear them apart.
SHORT_STRETCH = 2

type Token = tuple[str, str]
type Block = tuple[int, int, int]


def tokens_of(text: str) -> list[Token]:
    return TOKEN.findall(text)


def common_blocks(before: list[str], after: list[str]) -> list[Block]:
    """(place before, place after, length) of what both share, in order; empty where it is too little to read.

    The same blocks come out whichever of the two is called the earlier.
    """
    blocks = list(_without_short_stretches(before, after, _shared(before, after)))
    shared = sum(_letters(before[place : place + length]) for place, _, length in blocks)
    if 2 * shared < LEAST_IN_COMMON * (_letters(before) + _letters(after)):
        return []
    return blocks


def _shared(before: list[str], after: list[str]) -> list[Block]:
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    inner_before, inner_after = before[start : len(before) - end], after[start : len(after) - end]
    blocks = [(0, 0, start), *((i + start, j + start, n) for i, j, n in _inner(inner_before, inner_after))]
    blocks.append((len(before) - end, len(after) - end, end))
    return [block for block in blocks if block[2]]


def _inner(before: list[str], after: list[str]) -> Iterator[Block]:
    """The matcher prefers one side where there are several ways; the order of the alphabet makes it fair."""
    if not before or not after:
        return
    swapped = before > after
    first, second = (after, before) if swapped else (before, after)
    for match in SequenceMatcher(None, first, second).get_matching_blocks():
        yield (match.b, match.a, match.size) if swapped else (match.a, match.b, match.size)


def _without_short_stretches(before: list[str], after: list[str], blocks: list[Block]) -> Iterator[Block]:
    i = j = 0
    for number, block in enumerate(blocks):
        place_before, place_after, length = block
        if length <= SHORT_STRETCH:
            if number + 1 < len(blocks):
                next_before, next_after, _ = blocks[number + 1]
            else:
                next_before, next_after = len(before), len(after)
            left = max(_letters(before[i:place_before]), _letters(after[j:place_after]))
            right = max(
                _letters(before[place_before + length : next_before]),
                _letters(after[place_after + length : next_after]),
            )
            if _letters(before[place_before : place_before + length]) <= min(left, right):
                continue
        yield block
        i, j = place_before + length, place_after + length


def _letters(words: list[str]) -> int:
    return len("".join(words))
