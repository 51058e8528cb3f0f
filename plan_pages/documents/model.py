"""EditionDocument, version 1 of its schema (design: a decided edition).

One builder per page type makes it (`page.to_document()`); draft preview, reading view, PDF, comparison, search,
registers and export start from it and from nothing else. It holds no participants' names.
"""

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from .addresses import address_of
from .base import Frozen
from .rich_text import Block, plain_lines

SCHEMA_VERSION: Final = 1

type Obligation = Literal["ska", "bör", "kan"]
type FactKind = Literal["helpline", "link", "contact"]
type Kind = Literal["action_plan", "activity_plan", "situation_assessment"]
# A StreamField block's uuid: stays the same from edition to edition.
type BlockId = Annotated[str, Field(min_length=8, max_length=36)]


def section_anchor(section: str) -> str:
    """Where a section with this id stands on the page of an edition."""
    return f"avsnitt-{section[:8]}"


class Place(Frozen):
    """A municipality that the text is for."""

    code: str
    name: str


class Validity(Frozen):
    """Both days count; None where the document does not say."""

    first: datetime.date | None = None
    last: datetime.date | None = None


class Check(Frozen):
    """How a promise is measured: an evidence source (`handslag.evidence`) and its parameters."""

    source: str
    parameters: dict[str, str | int] = {}


class Text(Frozen):
    type: Literal["text"] = "text"
    id: BlockId
    blocks: tuple[Block, ...]


class Commitment(Frozen):
    """A promise in the text: the sentence itself, where it stands.

    `lead` is the line before a list that binds its items ("Kommunen ska:"); it stands in the text as well.
    """

    type: Literal["commitment"] = "commitment"
    id: BlockId
    text: str
    obligation: Obligation
    lead: str = ""
    accountable_function: str = ""
    check: Check | None = None

    @property
    def anchor(self) -> str:
        return f"atagande-{self.id[:8]}"

    @property
    def sentence(self) -> str:
        """The promise as it reads away from its place."""
        return f"{self.lead.rstrip(':')} {self.text}" if self.lead else self.text


class Fact(Frozen):
    """A number, an address or a contact that the text names; a correction may change it (design: Correction)."""

    id: BlockId
    kind: FactKind
    label: str
    value: str
    note: str = ""

    @property
    def href(self) -> str:
        """What a click on the value does; "" where it is neither a number nor an address."""
        return address_of(self.value)


type Passage = Annotated[Text | Commitment, Field(discriminator="type")]


class Section(Frozen):
    """`number` as printed ("2.1"), "" where there is none; `level` 1 is a chapter."""

    id: BlockId
    number: str = ""
    heading: str
    level: Annotated[int, Field(ge=1, le=3)] = 1
    body: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def anchor(self) -> str:
        return section_anchor(self.id)

    @property
    def title(self) -> str:
        return f"{self.number} {self.heading}".strip()

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        return tuple(passage for passage in self.body if isinstance(passage, Commitment))

    def lines(self) -> Iterator[str]:
        """The words of the section without its heading, a line per paragraph, item, commitment and fact."""
        for passage in self.body:
            if isinstance(passage, Commitment):
                yield passage.text
            else:
                yield from plain_lines(passage.blocks)
        for fact in self.facts:
            yield " ".join(part for part in (fact.label, fact.value, fact.note) if part)


class FileReference(Frozen):
    """A file that the text links to, as it was when the text was decided."""

    title: str
    href: str
    sha256: str
    size: int


class EditionDocument(Frozen):
    schema_version: Literal[1] = SCHEMA_VERSION
    kind: Kind
    language: str
    title: str
    introduction: tuple[Block, ...] = ()
    municipalities: tuple[Place, ...] = ()
    owner: str = ""
    responsible_function: str = ""
    valid: Validity = Validity()
    sections: tuple[Section, ...] = ()
    files: tuple[FileReference, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        """Two parts with one id could not be told apart in comparisons and registers."""
        repeated = [found for found, times in Counter(self._ids()).items() if times > 1]
        if repeated:
            raise ValueError(f"These ids stand more than once: {', '.join(repeated)}")
        return self

    def _ids(self) -> Iterator[str]:
        for section in self.sections:
            yield section.id
            for passage in section.body:
                yield passage.id
            for fact in section.facts:
                yield fact.id

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        return tuple(commitment for section in self.sections for commitment in section.commitments)
