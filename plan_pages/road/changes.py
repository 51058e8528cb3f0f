"""What a draft changes: sections that need a reason, promises that are gone, wording that needs a second look."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from handslag.privacy import scan
from handslag.privacy.findings import Finding
from plan_pages.comparing import Comparison, compare
from plan_pages.documents import Commitment, EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.road.matter import Matter
from plan_pages.seal.texts import document_of

FRONT = ""


@dataclass(frozen=True)
class ChangedSection:
    """`section` is its id, "" for title and front matter."""

    section: str
    title: str


@dataclass(frozen=True)
class Changes:
    """`before` None: there is no earlier edition, everything is new and no reason is asked."""

    before: EditionDocument | None
    after: EditionDocument

    @cached_property
    def comparison(self) -> Comparison | None:
        return compare(self.before, self.after) if self.before is not None else None

    def sections(self) -> list[ChangedSection]:
        comparison = self.comparison
        if comparison is None:
            return []
        found = [ChangedSection(FRONT, _("Title and introduction"))] if comparison.front else []
        return found + [ChangedSection(one.id, one.title) for one in comparison.changed_sections]

    def vanished(self) -> list[Commitment]:
        """Promises of the earlier edition that are not in this text."""
        if self.before is None:
            return []
        there = {promise.id for promise in self.after.commitments}
        return [promise for promise in self.before.commitments if promise.id not in there]

    def new(self) -> list[Commitment]:
        before = {promise.id for promise in self.before.commitments} if self.before is not None else set()
        return [promise for promise in self.after.commitments if promise.id not in before]


def changes(before: Edition | None, after: EditionDocument) -> Changes:
    return Changes(document_of(before) if before is not None else None, after)


def warnings(document: EditionDocument) -> Iterator[tuple[str, Finding, str]]:
    """Wording that orders the mapping of opinions, singles out or describes few: the section's title, the finding and
    the words around it. They never change the text and follow to the board (domain.md §6)."""
    for section in document.sections:
        for line in (section.heading, *section.lines()):
            for finding in scan(line):
                yield section.title, finding, line


def reasons_of(matter: Matter) -> dict[str, str]:
    return dict(matter.reasons.values_list("section", "text"))
