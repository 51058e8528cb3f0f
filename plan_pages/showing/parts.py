"""The sections of a text in reading order, each with what became of it since an earlier edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plan_pages.comparing import Comparison, SectionChange
from plan_pages.documents import EditionDocument, Fact, Section
from plan_pages.showing.helplines import Beside


@dataclass(frozen=True)
class ShownFact:
    """A fact as it was decided, and what the register of helplines says of it today."""

    fact: Fact
    beside: Beside | None = None


@dataclass(frozen=True)
class Part:
    """`section` None: it is gone since, and a stub stands where it stood."""

    section: Section | None
    change: SectionChange | None = None
    beside: Mapping[str, Beside] = field(default_factory=dict)

    @property
    def facts(self) -> list[ShownFact]:
        facts = self.section.facts if self.section else ()
        return [ShownFact(fact, self.beside.get(fact.id)) for fact in facts]

    @property
    def chip(self) -> str:
        """The word in the contents; the section itself carries all of them."""
        return self.change.chips[0].label if self.change and self.change.chips else ""

    @property
    def chip_kind(self) -> str:
        return self.change.chips[0].kind if self.change and self.change.chips else ""


def parts_of(
    document: EditionDocument,
    comparison: Comparison | None = None,
    beside: Mapping[str, Beside] | None = None,
) -> list[Part]:
    if comparison is None:
        return [Part(section, beside=beside or {}) for section in document.sections]
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
