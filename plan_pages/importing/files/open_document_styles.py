"""What OpenDocument's styles say: titles, bold lines, numbered lists, numbered headings."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TITLES = {"title", "titel"}


class OpenStyles:
    """Direct formatting is a style of its own in content.xml, based on one in styles.xml."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._numbered: set[tuple[str, int]] = set()
        self._numbered_headings: set[int] = set()
        for root in roots:
            if root is not None:
                self._collect(root)

    def _collect(self, root: Element) -> None:
        for style in root.iter(f"{STYLE}style"):
            self._styles.setdefault(style.get(f"{STYLE}name", ""), style)
        for found in root.iter(f"{TEXT}list-style"):
            for level in found.iter(f"{TEXT}list-level-style-number"):
                if level.get(f"{STYLE}num-format"):
                    self._numbered.add((found.get(f"{STYLE}name", ""), int(level.get(f"{TEXT}level", "1"))))
        for level in root.iter(f"{TEXT}outline-level-style"):
            if level.get(f"{STYLE}num-format"):
                self._numbered_headings.add(int(level.get(f"{TEXT}level", "1")))

    def is_title(self, name: str) -> bool:
        return name.lower() in TITLES or any(parent.lower() in TITLES for parent in self._parents(name))

    def is_bold(self, name: str) -> bool:
        for style in self._chain(name):
            properties = style.find(f"{STYLE}text-properties")
            weight = properties.get(f"{FO}font-weight") if properties is not None else None
            if weight is not None:
                return weight == "bold"
        return False

    def is_numbered(self, list_style: str, level: int) -> bool:
        return (list_style, level) in self._numbered

    def numbers_headings(self, level: int) -> bool:
        return level in self._numbered_headings

    def _parents(self, name: str) -> Iterator[str]:
        return (style.get(f"{STYLE}parent-style-name", "") for style in self._chain(name))

    def _chain(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name and name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            yield style
            name = style.get(f"{STYLE}parent-style-name", "")
