"""A document taken apart into the lines that are compared."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from plan_pages.documents import Commitment, Fact, List, Paragraph, Run, Section, Subheading

from .lines import LineKind, Style
from .words import Token, tokens_of

PLAIN = Style()


class Part:
    """One line of a document. Compared by identity: the same words may stand twice."""

    def __init__(
        self,
        kind: LineKind,
        runs: Iterable[Run],
        *,
        passage: str = "",
        marker: str = "",
        depth: int = 0,
        commitment: Commitment | None = None,
        fact: Fact | None = None,
    ) -> None:
        self.kind = kind
        self.runs = tuple(runs)
        self.passage = passage
        self.marker = marker
        self.depth = depth
        self.commitment = commitment
        self.fact = fact

    @property
    def id(self) -> str:
        """Only what other records refer to keeps an id; a paragraph has the passage it stands in."""
        named = self.commitment or self.fact
        return named.id if named else ""

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()

    @cached_property
    def key(self) -> str:
        return " ".join(self.text.split())

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens_of(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(word.casefold() for word, _ in self.tokens)

    @cached_property
    def is_plain(self) -> bool:
        return not any(run.bold or run.italic or run.href for run in self.runs)

    @cached_property
    def styles(self) -> list[Style]:
        """One per token; a word of which a part is bold counts as bold."""
        stretches = [(run.text, Style(run.bold, run.italic, run.href)) for run in self.runs]
        letters = [style for text, style in stretches for _ in text]
        start = len("".join(text for text, _ in stretches)) - len("".join(t for t, _ in stretches).lstrip())
        styles: list[Style] = []
        for word, blank in self.tokens:
            styles.append(_together(letters[start : start + len(word)]))
            start += len(word) + len(blank)
        return styles


def _together(styles: list[Style]) -> Style:
    found = set(styles)
    if len(found) == 1:
        return styles[0]
    return Style(
        any(style.bold for style in found),
        any(style.italic for style in found),
        next((style.href for style in styles if style.href), ""),
    )


def parts_of_section(section: Section) -> list[Part]:
    """The body in reading order, then the facts."""
    parts: list[Part] = []
    for passage in section.body:
        if isinstance(passage, Commitment):
            parts.append(Part("commitment", [Run(text=passage.text)], commitment=passage))
        else:
            parts += parts_of_blocks(passage.blocks, passage.id)
    for fact in section.facts:
        text = " ".join(found for found in (fact.label, fact.value, fact.note) if found)
        parts.append(Part("fact", [Run(text=text)], fact=fact))
    return parts


def parts_of_blocks(blocks: Iterable[Paragraph | Subheading | List], passage: str = "") -> Iterator[Part]:
    for block in blocks:
        if isinstance(block, List):
            yield from _items(block, passage, 1)
        else:
            yield Part(block.type, block.runs, passage=passage)


def part_of_text(text: str, kind: LineKind = "paragraph") -> Part:
    return Part(kind, [Run(text=text)])


def _items(found: List, passage: str, depth: int) -> Iterator[Part]:
    for number, item in enumerate(found.items, 1):
        marker = f"{number}." if found.ordered else "•"
        yield Part("item", item.runs, passage=passage, marker=marker, depth=depth)
        for inner in item.lists:
            yield from _items(inner, passage, depth + 1)
