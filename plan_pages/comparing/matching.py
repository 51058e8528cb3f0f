"""Which section, commitment, fact and paragraph of one document is which of the other."""

import re
from dataclasses import dataclass, field

from plan_pages.documents import EditionDocument, Section

from .pairing import Pairs
from .parts import Part, parts_of_section
from .words import tokens_of

_NUMBER = re.compile(r"^[\d.]+\s+")
# Shorter sentences ("See above.") say nothing about where they came from.
LEAST_LETTERS_TO_FOLLOW = 20


@dataclass(eq=False)
class Chapter:
    """A section with its parts."""

    section: Section
    place: int
    parts: list[Part] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return " ".join(_NUMBER.sub("", self.section.heading).casefold().split())

    @property
    def vocabulary(self) -> frozenset[str]:
        words = {word.casefold() for word, _ in tokens_of(self.section.heading)}
        return frozenset(words).union(*[part.vocabulary for part in self.parts])


def chapters_of(document: EditionDocument) -> list[Chapter]:
    return [
        Chapter(section, place, parts_of_section(section)) for place, section in enumerate(document.sections)
    ]


def match_chapters(before: list[Chapter], after: list[Chapter]) -> Pairs[Chapter]:
    """By id; then, for a plan that was imported anew, by heading; then by what they say."""
    pairs: Pairs[Chapter] = Pairs()
    pairs.by_key(before, after, lambda chapter: chapter.section.id)
    words = _Vocabularies()
    pairs.by_key_and_likeness(before, after, lambda chapter: chapter.heading, words)
    pairs.by_likeness(before, after, words)
    return pairs


class _Vocabularies:
    """Reckoned once per section, and only for those that no id matched."""

    def __init__(self) -> None:
        self._known: dict[Chapter, frozenset[str]] = {}

    def __call__(self, chapter: Chapter) -> frozenset[str]:
        if chapter not in self._known:
            self._known[chapter] = chapter.vocabulary
        return self._known[chapter]


def match_parts(before: list[Chapter], after: list[Chapter], chapters: Pairs[Chapter]) -> Pairs[Part]:
    """A commitment keeps its id wherever it goes; the rest is looked for in its own section first."""
    pairs: Pairs[Part] = Pairs()
    all_before = [part for chapter in before for part in chapter.parts]
    all_after = [part for chapter in after for part in chapter.parts]
    pairs.by_key(all_before, all_after, lambda part: part.id and (part.kind, part.id))
    for later, earlier in chapters.earlier.items():
        match_lines(earlier.parts, later.parts, pairs)
    pairs.by_key(all_before, all_after, _followed)
    return pairs


def match_lines(before: list[Part], after: list[Part], pairs: Pairs[Part]) -> None:
    """Lines of two texts that belong together, each kind for itself."""
    pairs.by_key(before, after, lambda part: (_family(part), part.kind, part.key))
    pairs.by_key(before, after, lambda part: (_family(part), part.key))
    for family in ("commitment", "fact", "text"):
        pairs.by_likeness(
            [part for part in before if _family(part) == family],
            [part for part in after if _family(part) == family],
            lambda part: part.vocabulary,
        )


def _family(part: Part) -> str:
    return part.kind if part.kind in {"commitment", "fact"} else "text"


def _followed(part: Part) -> str:
    """Promises are followed from section to section, text is not: it says the same again in many places."""
    return part.key if part.kind == "commitment" and len(part.key) >= LEAST_LETTERS_TO_FOLLOW else ""
