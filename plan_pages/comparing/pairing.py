"""Which of the earlier things is which of the later ones, when not all carry the same id.

Whichever side is called the earlier, the same pairs come out.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

# The share of words in common from which two texts count as the same one, rewritten.
SIMILAR = 0.5
# Beyond this many pairs only neighbours are tried: a text of a thousand new lines must not stop the page.
MOST_PAIRS = 40_000
NEIGHBOURHOOD = 60


class Pairs[T: Hashable]:
    """Pairs found so far; each rule is asked only for what the rules before it left."""

    def __init__(self) -> None:
        self.earlier: dict[T, T] = {}
        self.later: dict[T, T] = {}

    def add(self, before: T, after: T) -> None:
        self.earlier[after] = before
        self.later[before] = after

    def by_key(self, before: Iterable[T], after: Iterable[T], key: Callable[[T], Hashable]) -> None:
        """Equal keys, in order; what has an empty key has none."""
        for of_before, of_after in self._groups(before, after, key):
            for one, other in zip(of_before, of_after, strict=False):
                self.add(one, other)

    def by_key_and_likeness(
        self,
        before: Iterable[T],
        after: Iterable[T],
        key: Callable[[T], Hashable],
        words: Callable[[T], frozenset[str]],
    ) -> None:
        """Equal keys; where several share one, those that are most alike."""
        for of_before, of_after in self._groups(before, after, key):
            self._most_alike(of_before, of_after, words, 0)

    def by_likeness(
        self, before: Iterable[T], after: Iterable[T], words: Callable[[T], frozenset[str]]
    ) -> None:
        self._most_alike(*self._left(before, after), words, SIMILAR)

    def _left(self, before: Iterable[T], after: Iterable[T]) -> tuple[list[T], list[T]]:
        return [one for one in before if one not in self.later], [
            one for one in after if one not in self.earlier
        ]

    def _groups(
        self, before: Iterable[T], after: Iterable[T], key: Callable[[T], Hashable]
    ) -> Iterator[tuple[list[T], list[T]]]:
        groups: dict[Hashable, tuple[list[T], list[T]]] = defaultdict(lambda: ([], []))
        for side, left in enumerate(self._left(before, after)):
            for one in left:
                if (found := key(one)) != "":
                    groups[found][side].append(one)
        yield from groups.values()

    def _most_alike(
        self, before: Sequence[T], after: Sequence[T], words: Callable[[T], frozenset[str]], least: float
    ) -> None:
        """The most alike first; among equals those at the same height."""
        words_before, words_after = [words(one) for one in before], [words(one) for one in after]
        reach = NEIGHBOURHOOD if len(before) * len(after) > MOST_PAIRS else max(len(before), len(after))
        scores: list[tuple[float, int, int, int, int]] = []
        for i, one in enumerate(words_before):
            for j in range(max(0, i - reach), min(len(after), i + reach + 1)):
                score = _likeness(one, words_after[j])
                if score >= least:
                    scores.append((-score, abs(i - j), i + j, i, j))
        for *_, i, j in sorted(scores):
            if before[i] not in self.later and after[j] not in self.earlier:
                self.add(before[i], after[j])


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0
