"""The sheets of an Excel file, with what each cell shows and where it stands."""

import zipfile
from posixpath import basename

from django.utils.translation import gettext as _

from handslag.privacy.scanner import blocking

from . import archive
from .limits import Limits
from .number_formats import as_shown, formats_of
from .parts import Part

_SHARED, _STYLES, _BOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
# Beside the cells: lists that a cell may choose from, conditions, headers and footers.
_APART = ("formula", "formula1", "formula2")
# What is said when a cell is chosen or wrongly filled, and where a link of it goes.
_SAID = frozenset({"prompt", "promptTitle", "error", "errorTitle", "tooltip", "display", "location"})


class Workbook:
    """What the sheets share is read once: texts, number formats and the names of the sheets."""

    def __init__(self, package: zipfile.ZipFile, limits: Limits) -> None:
        self._package, self._limits = package, limits
        there = set(package.namelist())
        self._texts = _shared_texts(package, limits) if _SHARED in there else []
        self._formats = formats_of(package, _STYLES, limits) if _STYLES in there else []
        self._names = _names_of_sheets(package, limits) if {_BOOK, _RELATIONS} <= there else {}

    def sheet(self, member: str) -> Part:
        reading = _Sheet(self._texts, self._formats, self._limits)
        archive.feed(
            self._package,
            member,
            self._limits,
            start=reading.start,
            end=reading.end,
            text=reading.content.append,
        )
        return Part("".join(reading.written), self._place(member), tuple(reading.marks))

    def _place(self, member: str) -> str:
        name = self._names.get(basename(member), "")
        if not name or blocking(name):
            return ""
        return _("in the sheet “%(name)s”") % {"name": name}


class _Sheet:
    def __init__(self, texts: list[str], formats: list[str], limits: Limits) -> None:
        self.written: list[str] = []
        self.marks: list[tuple[int, str]] = []
        self.content: list[str] = []
        self._texts, self._formats, self._limits = texts, formats, limits
        self._length = 0
        self._kind = self._style = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = archive.local(tag)
        if name == "c":
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            if "r" in attributes:
                self.marks.append((self._length, attributes["r"]))
        if name in ("v", "c", "f", *_APART):
            self.content.clear()
        for attribute, value in attributes.items():
            if archive.local(attribute) in _SAID:
                self._outside(value)

    def end(self, tag: str) -> None:
        name = archive.local(tag)
        if name == "v":
            self._write(self._value("".join(self.content)))
            self.content.clear()
        elif name in ("is", "f"):
            self._write("".join(self.content) + ("\n\n" if name == "f" else ""))
            self.content.clear()
        elif name in _APART or name.endswith(("Header", "Footer")):
            self._outside("".join(self.content))
            self.content.clear()
        elif name == "c":
            self._write("\t")
        elif name == "row":
            self._write("\n")

    def _value(self, value: str) -> str:
        if self._kind == "s":
            text = self._texts[int(value)]
            # A long one may be asked for by every cell.
            self._limits.take(len(text))
            return text
        if self._kind != "n":
            return value
        shown = self._formats[int(self._style)] if self._style.isdecimal() else ""
        return as_shown(value, shown)

    def _write(self, text: str) -> None:
        self.written.append(text)
        self._length += len(text)

    def _outside(self, text: str) -> None:
        """In no cell."""
        self.marks.append((self._length, ""))
        self._write(f"\n\n{text}\n\n")


def _shared_texts(package: zipfile.ZipFile, limits: Limits) -> list[str]:
    texts: list[str] = []
    current: list[str] = []

    def end(tag: str) -> None:
        if archive.local(tag) == "si":
            texts.append("".join(current))
            current.clear()

    archive.feed(package, _SHARED, limits, start=lambda _tag, _attributes: None, end=end, text=current.append)
    return texts


def _names_of_sheets(package: zipfile.ZipFile, limits: Limits) -> dict[str, str]:
    """By the name of the member."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(_tag: str, attributes: dict[str, str]) -> None:
        targets[attributes.get("Id", "")] = basename(attributes.get("Target", ""))

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if archive.local(tag) == "sheet":
            known = {archive.local(name): value for name, value in attributes.items()}
            names[targets.get(known.get("id", ""), "")] = known.get("name", "")

    for member, start in ((_RELATIONS, relation), (_BOOK, sheet)):
        archive.feed(package, member, limits, start=start, end=lambda _tag: None, text=lambda _text: None)
    return names
