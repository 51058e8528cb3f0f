"""OpenDocument text: headings, paragraphs and list items of content.xml."""

import zipfile
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from plan_pages.importing.lines import BLANK, Line
from plan_pages.importing.refusal import ImportRefusedError

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_open_document(archive: zipfile.ZipFile) -> list[Line]:
    """Raises ImportRefusedError where the document is damaged or declares entities."""
    source = archive.read("content.xml")
    damaged = ImportRefusedError(_("The OpenDocument file is damaged; save it anew and try again."))
    if b"<!DOCTYPE" in source[:2000] or b"<!ENTITY" in source:
        raise damaged
    try:
        root = ElementTree.fromstring(source)  # noqa: S314 - no DTD: refused above
    except ElementTree.ParseError:
        raise damaged from None
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    lines: list[Line] = []
    if body is not None:
        _read(body, lines, in_list=False)
    return lines


def _read(element: ElementTree.Element, lines: list[Line], *, in_list: bool) -> None:
    for child in element:
        if child.tag == f"{TEXT}h":
            level = int(child.get(f"{TEXT}outline-level", "1"))
            lines += [Line(_text(child), level=level), BLANK]
        elif child.tag == f"{TEXT}p":
            is_title = child.get(f"{TEXT}style-name", "").lower() in {"title", "titel"}
            lines += [Line(_text(child), level=0 if is_title else None, is_item=in_list), BLANK]
        elif child.tag == f"{TEXT}table-of-content":
            continue
        else:
            _read(child, lines, in_list=in_list or child.tag == f"{TEXT}list")


def _text(element: ElementTree.Element) -> str:
    """Blanks, tabs and line breaks are elements of their own in this format."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}:
            parts.append(" ")
        elif child.tag != f"{TEXT}note":
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
