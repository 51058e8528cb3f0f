"""The sections as the template lays them out."""

from collections.abc import Iterator
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handslag.pdf.printable import is_visible
from plan_pages.documents import Commitment, EditionDocument, Fact, FileReference, Section


def introduction_of(document: EditionDocument) -> list[dict[str, Any]]:
    return [block.model_dump() for block in document.introduction]


def sections_of(document: EditionDocument) -> list[dict[str, Any]]:
    return list(_levelled(document.sections))


def _levelled(sections: tuple[Section, ...]) -> Iterator[dict[str, Any]]:
    """Levels without a gap (PDF/UA-1, 7.4.2), also where the text jumps from a chapter to 1.1.1 or starts at 1.1."""
    above = 0
    for section in sections:
        level = min(section.level, above + 1)
        number, heading = (
            part.strip() if is_visible(part) else "" for part in (section.number, section.heading)
        )
        titled = bool(number or heading)
        above = level if titled else above
        yield {
            "level": level if titled else max(above, 1),
            "number": number,
            "heading": heading,
            "body": [
                _commitment(passage) if isinstance(passage, Commitment) else passage.model_dump()
                for passage in section.body
            ],
            "facts": [_fact(fact) for fact in section.facts],
        }


def _commitment(commitment: Commitment) -> dict[str, str]:
    return {
        "type": "commitment",
        "obligation": _obligation(commitment.obligation),
        "text": commitment.text,
        "accountable": commitment.accountable_function.strip(),
    }


def _obligation(word: str) -> str:
    words = {
        "ska": pgettext("obligation", "must"),
        "bör": pgettext("obligation", "should"),
        "kan": pgettext("obligation", "may"),
    }
    return words[word]


def _fact(fact: Fact) -> dict[str, str]:
    value = fact.value.strip()
    return {
        "kind": {"helpline": _("Helpline"), "link": _("Link"), "contact": _("Contact")}[fact.kind],
        "label": fact.label.strip(),
        "value": value,
        "href": value if value.lower().startswith(("https://", "http://", "mailto:")) else "",
        "note": fact.note.strip(),
    }


def file_row(file: FileReference) -> dict[str, str]:
    return {
        "title": file.title if is_visible(file.title) else file.href,
        "href": file.href,
        "size": filesizeformat(file.size),
        "sha256": file.sha256,
    }
