"""Word, PowerPoint and Excel files and their OpenDocument cousins: body, headers, footers, notes, comments,
deleted passages and properties. Hidden text is text."""

import re
import zipfile
from typing import IO

from . import archive
from .limits import CannotBeReadError, Limits

# Looks, relations to other members, and lists of ids hold no words of a person.
_NO_WORDS = re.compile(
    r"(?:theme|styles|stylesWithEffects|fontTable|webSettings|settings|numbering|tableStyles|presProps|viewProps|"
    r"calcChain|printerSettings\d*|slideLayout\d+|slideMaster\d+|\[Content_Types\]|META-INF/.*)\.xml$"
)
_PROPERTIES = re.compile(r"^(?:docProps/|customXml/|meta\.xml$)")
_SHEET = re.compile(r"^xl/worksheets/.*\.xml$")
_SHARED = "xl/sharedStrings.xml"


def read_office(stream: IO[bytes], limits: Limits) -> str:
    """Word and PowerPoint."""
    with archive.opened(stream) as package:
        _expect(package, "[Content_Types].xml")
        return "\n\n".join(_read(package, member, limits) for member in _members(package))


def read_open_document(stream: IO[bytes], limits: Limits) -> str:
    """Writer, Calc and Impress."""
    with archive.opened(stream) as package:
        _expect(package, "content.xml")
        if "META-INF/manifest.xml" in package.namelist():
            limits.take_part()
            with package.open("META-INF/manifest.xml") as part:
                if b"encryption-data" in limits.read(part):
                    raise CannotBeReadError
        return "\n\n".join(_read(package, member, limits) for member in _members(package))


def read_spreadsheet(stream: IO[bytes], limits: Limits) -> str:
    """Excel: row by row, cells side by side, so that a number split over two columns is seen."""
    with archive.opened(stream) as package:
        _expect(package, "[Content_Types].xml")
        shared = _shared_strings(package, limits)
        texts = []
        for member in _members(package):
            if _SHEET.match(member):
                texts.append(_sheet_text(package, member, limits, shared))
            else:
                texts.append(_read(package, member, limits))
        return "\n\n".join(texts)


def _expect(package: zipfile.ZipFile, member: str) -> None:
    if member not in package.namelist():
        raise CannotBeReadError


def _members(package: zipfile.ZipFile) -> list[str]:
    return [
        name
        for name in package.namelist()
        if name.endswith((".xml", ".xml.rels")) and not _NO_WORDS.search(name)
    ]


def _read(package: zipfile.ZipFile, member: str, limits: Limits) -> str:
    return archive.member_text(package, member, limits, loose=bool(_PROPERTIES.match(member)))


def _shared_strings(package: zipfile.ZipFile, limits: Limits) -> list[str]:
    if _SHARED not in package.namelist():
        return []
    strings: list[str] = []
    current: list[str] = []

    def end(tag: str) -> None:
        if archive.local(tag) == "si":
            strings.append("".join(current))
            current.clear()

    archive.feed(package, _SHARED, limits, start=lambda _tag, _attributes: None, end=end, text=current.append)
    return strings


def _sheet_text(package: zipfile.ZipFile, member: str, limits: Limits, shared: list[str]) -> str:
    rows: list[str] = []
    content: list[str] = []
    kind = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal kind
        if archive.local(tag) == "c":
            kind = attributes.get("t", "n")
        if archive.local(tag) in ("v", "c", "f"):
            content.clear()

    def end(tag: str) -> None:
        name = archive.local(tag)
        if name == "v":
            value = "".join(content)
            rows.append(shared[int(value)] if kind == "s" else as_written(value) if kind == "n" else value)
            content.clear()
        elif name in ("is", "f") or name.endswith(("Header", "Footer")):
            rows.append("".join(content) + ("\n\n" if name != "is" else ""))
            content.clear()
        elif name == "c":
            rows.append("\t")
        elif name == "row":
            rows.append("\n")

    archive.feed(package, member, limits, start=start, end=end, text=content.append)
    return "".join(rows)


def as_written(value: str) -> str:
    """A long whole number is stored as 9.001011234E9 by some programs."""
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else value
