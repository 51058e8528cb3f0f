"""The XML parts of a document's archive, read without entities: neither "billion laughs" nor another file's content."""

import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree


class PartError(Exception):
    """The part is missing, damaged, or declares a document type (no word processor writes one)."""


class _WithoutDoctype(ElementTree.TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Called before any entity is declared, in every encoding."""
        raise PartError(f"declares the document type {name}")


def read_part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Raises PartError."""
    try:
        parser = ElementTree.XMLParser(target=_WithoutDoctype())  # noqa: S314 - a document type is refused
        parser.feed(archive.read(name))
        root: ElementTree.Element = parser.close()
    except (
        KeyError,
        ElementTree.ParseError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        LookupError,
    ) as error:
        raise PartError(name) from error
    return root


def optional_part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    """None where the archive has no such part. Raises PartError where it is damaged."""
    return read_part(archive, name) if name in archive.namelist() else None


def parts_named(archive: zipfile.ZipFile, start: str) -> Iterator[ElementTree.Element]:
    """Every part whose name begins so, in the order of names ("word/header1.xml", "word/header2.xml")."""
    for name in sorted(archive.namelist()):
        if name.startswith(start) and name.endswith(".xml"):
            yield read_part(archive, name)
