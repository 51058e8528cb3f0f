"""A sealed text with other facts in it. What was promised is never touched: nothing here reads a commitment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plan_pages.correcting.correction.wording import Wording, reworded
from plan_pages.documents import Commitment, EditionDocument, Fact, Section, Text


class FactText(NamedTuple):
    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class FactChange:
    """`section` and `fact` are ids."""

    section: str
    fact: str
    before: FactText
    after: FactText


@dataclass(frozen=True)
class Changes:
    """Facts by their ids and, in running text, one wording."""

    facts: tuple[FactChange, ...] = ()
    wording: Wording | None = None

    def __bool__(self) -> bool:
        return bool(self.facts) or self.wording is not None


type Wanted = Mapping[tuple[str, FactText], FactText]


def text_of(fact: Fact) -> FactText:
    return FactText(fact.label, fact.value, fact.note)


def facts_of(document: EditionDocument) -> Iterator[tuple[Section, Fact]]:
    for section in document.sections:
        for fact in section.facts:
            yield section, fact


def corrected(document: EditionDocument, changes: Changes) -> EditionDocument:
    """The same text where none of it stands there: a fact is another as soon as it says something else."""
    wanted = {(change.fact, change.before): change.after for change in changes.facts}
    sections = tuple(_section(section, wanted, changes.wording) for section in document.sections)
    return document.model_copy(update={"sections": sections})


def _section(section: Section, wanted: Wanted, wording: Wording | None) -> Section:
    return section.model_copy(
        update={
            "facts": tuple(_fact(fact, wanted) for fact in section.facts),
            "body": tuple(_passage(passage, wording) for passage in section.body),
        }
    )


def _fact(fact: Fact, wanted: Wanted) -> Fact:
    after = wanted.get((fact.id, text_of(fact)))
    return fact.model_copy(update=after._asdict()) if after else fact


def _passage(passage: Text | Commitment, wording: Wording | None) -> Text | Commitment:
    if wording is None or isinstance(passage, Commitment):
        return passage
    return passage.model_copy(update={"blocks": reworded(passage.blocks, wording)})
