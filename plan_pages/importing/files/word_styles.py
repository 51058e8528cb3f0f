"""What a Word style says of its paragraphs, its own words first and then those of the style it is based on."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from plan_pages.importing.files.word_names import W, is_on, number_of, value_of

HEADING_STYLE = re.compile(r"^(?:heading|rubrik|überschrift|titre)\s*(\d)\b", re.IGNORECASE)
TITLE_STYLE = re.compile(r"^(?:title|titel|rubrik|dokumenttitel|dokumentrubrik|huvudrubrik)$", re.IGNORECASE)
CONTENTS_STYLE = re.compile(r"^(?:toc|innehåll)", re.IGNORECASE)
LIST_STYLE = re.compile(r"^(?:list|punktlista|numrerad lista|lista)", re.IGNORECASE)
NUMBERED_STYLE = re.compile(r"^(?:list number|numrerad lista)", re.IGNORECASE)
DEEPEST_HEADING = 9


class Styles:
    """The document's styles by their id; a document without styles has none."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else iter(())
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in found:
            identity = style.get(f"{W}styleId", "")
            self._styles[identity] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = identity

    def of(self, paragraph: Element) -> "ParagraphStyle":
        properties = paragraph.find(f"{W}pPr")
        identity = value_of(properties, "pStyle") or self._default
        return ParagraphStyle(identity, tuple(self._chain(identity)))

    def _chain(self, identity: str) -> Iterator[Element]:
        seen: set[str] = set()
        while identity and identity not in seen and (style := self._styles.get(identity)) is not None:
            seen.add(identity)
            yield style
            identity = value_of(style, "basedOn") or ""


class ParagraphStyle:
    """`names` from the style itself to the one it rests on; without a styles part the id stands for the name."""

    def __init__(self, identity: str, chain: tuple[Element, ...]) -> None:
        self._chain = chain
        self._names = [value_of(style, "name") or "" for style in chain] or [identity]

    @property
    def is_contents(self) -> bool:
        return bool(CONTENTS_STYLE.match(self._names[0]))

    @property
    def level(self) -> int | None:
        """0 for the title; a style based on a heading is one, and so is a style with an outline level."""
        for name in self._names:
            if TITLE_STYLE.match(name):
                return 0
            if match := HEADING_STYLE.match(name):
                return int(match.group(1))
        for style in self._chain:
            outline = value_of(style.find(f"{W}pPr"), "outlineLvl")
            if outline is not None:
                return outline_level(outline)
        return None

    @property
    def is_list(self) -> bool:
        return any(LIST_STYLE.match(name) for name in self._names)

    @property
    def is_numbered_list(self) -> bool:
        return any(NUMBERED_STYLE.match(name) for name in self._names)

    @property
    def is_bold(self) -> bool:
        return next(
            (bold for style in self._chain if (bold := is_on(style.find(f"{W}rPr"), "b")) is not None), False
        )

    @property
    def size(self) -> float:
        """In points; Word counts in half points."""
        sizes = (value_of(style.find(f"{W}rPr"), "sz") for style in self._chain)
        return next((number_of(size) / 2 for size in sizes if size), 0.0)

    @property
    def numbering(self) -> Element | None:
        found = (style.find(f"{W}pPr/{W}numPr") for style in self._chain)
        return next((numbering for numbering in found if numbering is not None), None)


def outline_level(text: str) -> int | None:
    """Word counts outline levels from 0; 9 is running text."""
    level = number_of(text, DEEPEST_HEADING)
    return level + 1 if 0 <= level < DEEPEST_HEADING else None
