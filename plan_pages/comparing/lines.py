"""What became of one line: a paragraph, an item, a commitment, a fact or a field of the front matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .pieces import Piece, marked
from .wording import CHANGES, DETAILS, NAMED, TAGS, VALUES, style_in_words

type LineKind = Literal["heading", "paragraph", "subheading", "item", "commitment", "fact"]
type LineStatus = Literal["same", "changed", "formatting", "new", "removed", "moved_away"]


@dataclass(frozen=True, slots=True)
class Style:
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Formatting:
    """Words that look or lead otherwise than before; None where the words themselves were not there."""

    text: str
    before: Style | None
    after: Style | None

    @property
    def before_in_words(self) -> str:
        return style_in_words(self.before)

    @property
    def after_in_words(self) -> str:
        return style_in_words(self.after)


@dataclass(frozen=True, slots=True)
class Detail:
    """What is said of a commitment, fact or section beside its words, such as who answers for it."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> str:
        return str(DETAILS[self.name])

    @property
    def before_in_words(self) -> str:
        return str(VALUES.get(self.before, self.before)) if self.name in NAMED else self.before

    @property
    def after_in_words(self) -> str:
        return str(VALUES.get(self.after, self.after)) if self.name in NAMED else self.after


@dataclass(frozen=True, slots=True)
class Line:
    """`moved`: stands elsewhere than before; `elsewhere` names the other section where it left its own.

    `marker` is what stands before an item: a dot, or its number.
    """

    kind: LineKind
    status: LineStatus
    pieces: tuple[Piece, ...]
    id: str = ""
    anchor: str = ""
    moved: bool = False
    elsewhere: str = ""
    marker: str = ""
    depth: int = 0
    obligation: str = ""
    details: tuple[Detail, ...] = ()
    formatting: tuple[Formatting, ...] = ()

    @property
    def unchanged(self) -> bool:
        return self.status == "same" and not self.moved

    @property
    def before_pieces(self) -> Sequence[Piece]:
        return [piece for piece in self.pieces if piece.kind != "added"]

    @property
    def after_pieces(self) -> Sequence[Piece]:
        return [piece for piece in self.pieces if piece.kind != "removed"]

    @property
    def html(self) -> SafeString:
        return marked(self.pieces)

    @property
    def before_html(self) -> SafeString:
        return marked(self.before_pieces)

    @property
    def after_html(self) -> SafeString:
        return marked(self.after_pieces)

    @property
    def added(self) -> list[str]:
        return [text for piece in self.pieces if piece.kind == "added" and (text := piece.text.strip())]

    @property
    def removed(self) -> list[str]:
        return [text for piece in self.pieces if piece.kind == "removed" and (text := piece.text.strip())]

    @property
    def text_changed(self) -> bool:
        return any(piece.kind != "kept" for piece in self.pieces)

    @property
    def text(self) -> str:
        """The words as they are now, or as they were where they are gone."""
        pieces = self.before_pieces if self.status in {"removed", "moved_away"} else self.after_pieces
        return "".join(piece.text for piece in pieces)

    @property
    def change_anchor(self) -> str:
        return f"andring-{self.anchor}" if self.anchor and self.status != "moved_away" else ""

    @property
    def kinds_of_commitment(self) -> list[str]:
        """In which counts this line stands, if it is a commitment."""
        if self.kind != "commitment":
            return []
        details = {detail.name for detail in self.details}
        found = {
            "new": self.status == "new",
            "removed": self.status == "removed",
            "changed_text": self.status == "changed" and self.text_changed,
            "changed_obligation": "obligation" in details,
            "changed_function": "function" in details,
            "moved": self.moved,
        }
        return [kind for kind, holds in found.items() if holds]

    @property
    def tag(self) -> str:
        """What the line is, where that is more than running text."""
        return str(TAGS.get((self.kind, self.status)) or TAGS.get((self.kind, ""), ""))

    @property
    def inline_label(self) -> str:
        """What stands over the line where old and new words are shown together."""
        return self.tag or str(CHANGES.get(self.status, ""))

    @property
    def before_label(self) -> str:
        return str(CHANGES["removed"] if self.removed else CHANGES["before"])

    @property
    def after_label(self) -> str:
        return str(CHANGES["added"] if self.added else CHANGES["now"])

    @property
    def moved_in_words(self) -> str:
        if self.status == "moved_away":
            return _("Moved to the section %(section)s") % {"section": self.elsewhere}
        if self.elsewhere:
            return _("Moved here from the section %(section)s") % {"section": self.elsewhere}
        return _("Moved within the section") if self.moved else ""
