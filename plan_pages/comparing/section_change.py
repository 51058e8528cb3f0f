"""What became of one section or one field of the front matter, and how many of each there are."""

from dataclasses import dataclass
from typing import Literal

from .lines import Detail, Line
from .wording import CHIPS, FIELDS

type SectionStatus = Literal["matched", "new", "removed"]


@dataclass(frozen=True, slots=True)
class Chip:
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class SectionCounts:
    """`unchanged`: same words in the same order, though perhaps renumbered."""

    unchanged: int = 0
    changed: int = 0
    new: int = 0
    removed: int = 0
    moved: int = 0
    renumbered: int = 0


@dataclass(frozen=True, slots=True)
class CommitmentCounts:
    """One commitment can count in several, such as moved and with another text."""

    unchanged: int = 0
    new: int = 0
    changed_text: int = 0
    changed_obligation: int = 0
    changed_function: int = 0
    removed: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the front matter that differs."""

    name: str
    lines: tuple[Line, ...]

    @property
    def label(self) -> str:
        return str(FIELDS[self.name])

    @property
    def anchor(self) -> str:
        """Swedish, as the anchors of sections are."""
        return f"andring-{self.name.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class SectionChange:
    """`title` with its number as it is now, or as it was where the section is gone.

    `stood_after` is the section before it in the earlier text, "" where it came first; only of what moved.
    """

    id: str
    anchor: str
    title: str
    status: SectionStatus
    number: str = ""
    number_before: str = ""
    level: int = 1
    changed: bool = False
    moved: bool = False
    stood_after: str = ""
    heading: Line | None = None
    details: tuple[Detail, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def change_anchor(self) -> str:
        """Apart from `anchor`, so that a page can hold the section and its changes."""
        return f"andring-{self.anchor}"

    @property
    def renumbered(self) -> bool:
        return self.status == "matched" and self.number != self.number_before

    @property
    def unchanged(self) -> bool:
        """Nothing of it needs to be read again."""
        return self.status == "matched" and not self.changed and not self.moved

    @property
    def heading_changed(self) -> bool:
        return self.heading is not None and self.heading.text_changed

    @property
    def changed_lines(self) -> list[Line]:
        return [line for line in self.lines if not line.unchanged]

    @property
    def kinds(self) -> list[str]:
        found = {
            "new": self.status == "new",
            "removed": self.status == "removed",
            "changed": self.changed,
            "moved": self.moved,
            "renumbered": self.renumbered,
        }
        return [kind for kind, holds in found.items() if holds]

    @property
    def chips(self) -> list[Chip]:
        return [Chip(kind, str(CHIPS[kind])) for kind in self.kinds]
