"""The words of a paragraph as a reader of the finished document sees them (ECMA-376 part 1, 17.3.3 and 17.13.5)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plan_pages.importing.files.word_names import W, is_on, number_of, value_of

# Deleted and moved-away text, and fields' instructions, are not read.
LEFT_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "instrText", "delText", "delInstrText", "rt")}
SIGNS = {f"{W}tab": " ", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass
class Words:
    """`boxes`: text boxes anchored here. `notes`: ids of foot- and endnotes, with the name of their part."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    bold: bool = True
    size: float = 0.0

    def add(self, text: str) -> None:
        self.text += text


def words_of(paragraph: Element, *, bold_by_style: bool) -> Words:
    words = Words()
    for run in _runs(paragraph):
        _read_run(run, words, bold_by_style=bold_by_style)
    words.bold = words.bold and bool(words.text.strip())
    return words


def is_deleted(paragraph: Element) -> bool:
    """The paragraph's end was deleted: what follows belongs to the same paragraph."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and mark.find(f"{W}del") is not None


def _runs(parent: Element) -> Iterator[Element]:
    """Runs also in links, insertions, content controls and fields, however deep they stand."""
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag == ALTERNATIVES:
            yield from _runs(alternative(child))
        elif child.tag not in LEFT_OUT:
            yield from _runs(child)


def alternative(element: Element) -> Element:
    """A text box is written twice, for newer and older programs: one of them is read."""
    choice = element.find(CHOICE)
    if choice is None:
        choice = element.find(FALLBACK)
    return choice if choice is not None else element


def _read_run(run: Element, words: Words, *, bold_by_style: bool) -> None:
    properties = run.find(f"{W}rPr")
    if is_on(properties, "vanish"):
        return
    before = words.text
    _read_content(run, words)
    added = words.text[len(before) :]
    if added.strip():
        bold = is_on(properties, "b")
        words.bold = words.bold and (bold_by_style if bold is None else bold)
        words.size = max(words.size, number_of(value_of(properties, "sz")) / 2)


def _read_content(parent: Element, words: Words) -> None:
    for child in parent:
        if child.tag == f"{W}t":
            words.add(child.text or "")
        elif child.tag in SIGNS:
            words.add(SIGNS[child.tag])
        elif child.tag == f"{W}br":
            words.add("\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else " ")
        elif child.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            part = "footnotes" if child.tag.endswith("footnoteReference") else "endnotes"
            words.notes.append((part, child.get(f"{W}id", "")))
        elif child.tag == ALTERNATIVES:
            _read_content(alternative(child), words)
        elif child.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            words.boxes.extend(child.iter(f"{W}txbxContent"))
