"""A comparison as data: reckoned once, kept in a cache, shown in many places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Self

from pydantic import TypeAdapter

from .section_change import CommitmentCounts, FieldChange, SectionChange, SectionCounts
from .tally import Tally, tally_of_commitments, tally_of_sections


@dataclass(frozen=True, slots=True)
class Group:
    """Sections in a row that are all unchanged, or one that is not."""

    unchanged: bool
    sections: tuple[SectionChange, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    language: str
    front: tuple[FieldChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    section_counts: SectionCounts = field(default_factory=SectionCounts)
    commitment_counts: CommitmentCounts = field(default_factory=CommitmentCounts)

    @property
    def has_changes(self) -> bool:
        return bool(self.front) or any(not found.unchanged or found.renumbered for found in self.sections)

    @property
    def section_tally(self) -> list[Tally]:
        return tally_of_sections(self.section_counts, self.sections)

    @property
    def commitment_tally(self) -> list[Tally]:
        return tally_of_commitments(self.commitment_counts, self.sections)

    @property
    def changed_sections(self) -> list[SectionChange]:
        return [found for found in self.sections if not found.unchanged or found.renumbered]

    @property
    def groups(self) -> list[Group]:
        return list(self._groups())

    def _groups(self) -> Iterator[Group]:
        for unchanged, sections in groupby(self.sections, key=lambda found: found.unchanged):
            if unchanged:
                yield Group(True, tuple(sections))
            else:
                yield from (Group(False, (section,)) for section in sections)

    def as_json(self) -> dict[str, Any]:
        """What a cache or a file can hold; `from_json` reads it."""
        content: dict[str, Any] = _ADAPTER.dump_python(self, mode="json")
        return content

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """Raises ValueError for what another version of this module wrote."""
        read: Self = _ADAPTER.validate_python(content)
        return read


_ADAPTER: TypeAdapter[Any] = TypeAdapter(Comparison)
