"""The sections of a text in reading order, each with what became of it since an earlier edition."""

from dataclasses import dataclass

from plan_pages.comparing import Comparison, SectionChange
from plan_pages.documents import EditionDocument, Section


@dataclass(frozen=True)
class Part:
    """`section` None: it is gone since, and a stub stands where it stood."""

    section: Section | None
    change: SectionChange | None = None

    @property
    def chip(self) -> str:
        """The word in the contents; the section itself carries all of them."""
        return self.change.chips[0].label if self.change and self.change.chips else ""

    @property
    def chip_kind(self) -> str:
        return self.change.chips[0].kind if self.change and self.change.chips else ""


def parts_of(document: EditionDocument, comparison: Comparison | None = None) -> list[Part]:
    if comparison is None:
        return [Part(section) for section in document.sections]
    sections = {section.id: section for section in document.sections}
    return [Part(sections.get(change.id), change) for change in comparison.sections]


def contents_of(parts: list[Part]) -> list[dict[str, str]]:
    """For the component `contents`: sections that are gone are not listed."""
    return [
        {
            "title": part.section.heading,
            "anchor": part.section.anchor,
            "number": part.section.number,
            "chip": part.chip,
            "kind": part.chip_kind,
        }
        for part in parts
        if part.section is not None
    ]
