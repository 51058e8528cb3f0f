"""Word, PowerPoint and Excel files and their OpenDocument cousins: body, headers, footers, notes, comments,
deleted passages, properties and files put into them. Hidden text is text."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import archive
from .limits import CannotBeReadError, Limits
from .parts import Inside, Part
from .sheets import Workbook

# Looks, relations to other members, and lists of ids hold no words of a person.
_NO_WORDS = re.compile(
    r"(?:theme|styles|stylesWithEffects|fontTable|webSettings|settings|numbering|tableStyles|presProps|viewProps|"
    r"calcChain|printerSettings\d*|slideLayout\d+|slideMaster\d+|\[Content_Types\]|META-INF/.*)\.xml$"
)
_PROPERTIES = re.compile(r"^(?:docProps/|customXml/|meta\.xml$)")
# Workbooks and documents, and what older programs wrapped.
_EMBEDDED = re.compile(r"(?:^|/)embeddings/")
_SHEET = re.compile(r"^xl/worksheets/[^/]*\.xml$")
_SLIDE = re.compile(r"^ppt/slides/slide(\d+)\.xml$")
_PLACES = (
    (_PROPERTIES, gettext_lazy("in the file's properties")),
    (re.compile(r"(?:^|/)header\d*\.xml$"), gettext_lazy("in a page header")),
    (re.compile(r"(?:^|/)footer\d*\.xml$"), gettext_lazy("in a page footer")),
    (re.compile(r"(?:^|/)(?:footnotes|endnotes)\.xml$"), gettext_lazy("in a note")),
    (re.compile(r"(?:^|/)(?:threadedC|c)omments?"), gettext_lazy("in a comment")),
)


def read_office(stream: IO[bytes], limits: Limits) -> Iterator[Part | Inside]:
    """Word and PowerPoint."""
    with archive.opened(stream) as package:
        _expect(package, "[Content_Types].xml")
        yield from _all(package, limits)


def read_open_document(stream: IO[bytes], limits: Limits) -> Iterator[Part | Inside]:
    """Writer, Calc and Impress."""
    with archive.opened(stream) as package:
        _expect(package, "content.xml")
        if "META-INF/manifest.xml" in package.namelist():
            limits.take_part()
            with package.open("META-INF/manifest.xml") as part:
                if b"encryption-data" in limits.read(part):
                    raise CannotBeReadError
        yield from _all(package, limits)


def read_spreadsheet(stream: IO[bytes], limits: Limits) -> Iterator[Part | Inside]:
    """Excel: row by row, cells side by side, so that a number split over two columns is seen."""
    with archive.opened(stream) as package:
        _expect(package, "[Content_Types].xml")
        workbook = Workbook(package, limits)
        for member in _members(package):
            if _SHEET.match(member):
                yield workbook.sheet(member)
            else:
                yield _part(package, member, limits)
        yield from _embedded(package, limits)


def _all(package: zipfile.ZipFile, limits: Limits) -> Iterator[Part | Inside]:
    for member in _members(package):
        yield _part(package, member, limits)
    yield from _embedded(package, limits)


def _expect(package: zipfile.ZipFile, member: str) -> None:
    if member not in package.namelist():
        raise CannotBeReadError


def _members(package: zipfile.ZipFile) -> list[str]:
    return [
        name
        for name in package.namelist()
        if name.endswith((".xml", ".xml.rels")) and not _NO_WORDS.search(name)
    ]


def _part(package: zipfile.ZipFile, member: str, limits: Limits) -> Part:
    loose = bool(_PROPERTIES.match(member))
    return Part(archive.member_text(package, member, limits, loose=loose), _place(member))


def _place(member: str) -> str:
    if slide := _SLIDE.match(member):
        return _("on slide %(number)s") % {"number": slide[1]}
    return next((str(place) for pattern, place in _PLACES if pattern.search(member)), "")


def _embedded(package: zipfile.ZipFile, limits: Limits) -> Iterator[Inside]:
    for member in package.namelist():
        if _EMBEDDED.search(member) and not member.endswith(("/", ".rels")):
            limits.take_part()
            with package.open(member) as part:
                yield Inside(PurePosixPath(member).name, limits.read(part))
