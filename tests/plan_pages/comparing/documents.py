"""Short ways to write documents for comparing, and documents by chance."""

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import strategies as st

from plan_pages.comparing import Comparison, Line
from plan_pages.documents import Commitment, EditionDocument, Fact, Run, Section, Text
from plan_pages.documents.from_html import blocks_from_html

WORDS = [
    "kommunen",
    "ska",
    "Brå",
    "och",
    "möte",
    "möten",
    "fyra",
    "gånger",
    "per",
    "år",
    ",",
    ".",
    "020-100",
    "\n",
]
IDS = [f"block-{number:04}" for number in range(14)]


# An anchor is made of an id's first letters: they must differ.
def text(name: str, html: str) -> Text:
    return Text(id=f"{name}-text-0000", blocks=blocks_from_html(html))


def commitment(name: str, words: str, obligation: str = "ska", function: str = "", **more: str) -> Commitment:
    return Commitment(
        id=f"{name}-promise", text=words, obligation=obligation, accountable_function=function, **more
    )


def section(
    name: str, *body: Text | Commitment, heading: str = "", number: str = "", **more: object
) -> Section:
    return Section(id=f"{name}-section", number=number, heading=heading or name, body=body, **more)


def plan(*sections: Section, **more: object) -> EditionDocument:
    return EditionDocument(
        kind="action_plan", language="sv", title=more.pop("title", "Plan"), sections=sections, **more
    )


def words_of(found: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+|[^\w\s]", found))


def lines_of(comparison: Comparison) -> Iterator[Line]:
    for found in comparison.sections:
        yield from found.lines


def line(comparison: Comparison, kind: str = "paragraph") -> Line:
    """The only one of its kind."""
    (found,) = [found for found in lines_of(comparison) if found.kind == kind]
    return found


def words_in(comparison: Comparison, kind: str) -> Counter[str]:
    """Every word that was added, or that was removed, wherever."""
    return Counter(
        word
        for found in lines_of(comparison)
        for piece in found.pieces
        if piece.kind == kind
        for word in words_of(piece.text)
    )


sentences = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=12)


@st.composite
def runs(draw: st.DrawFn) -> tuple[Run, ...]:
    return tuple(
        Run(text=draw(sentences), bold=draw(st.booleans()), href=draw(st.sampled_from(["", "/a", "/b"])))
        for _ in range(draw(st.integers(0, 2)))
    )


@st.composite
def plans(draw: st.DrawFn) -> EditionDocument:
    """Two of them share ids, headings and words by chance, also where the kinds of blocks differ."""
    left = draw(st.permutations(IDS))

    def body() -> Iterator[Text | Commitment]:
        for _ in range(min(draw(st.integers(0, 3)), len(left))):
            block = left.pop()
            if draw(st.booleans()):
                found = draw(st.lists(runs(), max_size=3))
                yield Text.model_validate(
                    {"id": block, "blocks": [{"type": "paragraph", "runs": one} for one in found]}
                )
            else:
                yield Commitment(
                    id=block, text=draw(sentences), obligation=draw(st.sampled_from(["ska", "bör"]))
                )

    def facts() -> Iterator[Fact]:
        if left and draw(st.booleans()):
            yield Fact(id=left.pop(), kind="helpline", label=draw(sentences), value="020-100 200")

    sections = []
    while left and len(sections) < 5 and draw(st.booleans()):
        sections.append(
            Section(
                id=left.pop(),
                number=draw(st.sampled_from(["", "1", "2"])),
                heading=draw(st.sampled_from(["Ansvar", "Mål", "Mål", "1. Mål", ""])),
                level=draw(st.integers(1, 2)),
                body=tuple(body()),
                facts=tuple(facts()),
            )
        )
    return plan(*sections, title=draw(sentences), owner=draw(st.sampled_from(["", "Kommunstyrelsen"])))
