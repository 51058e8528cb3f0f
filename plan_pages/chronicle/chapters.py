"""The story's chapters: the road to an edition, what came after it, what became nothing, what is under way."""

import datetime
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from plan_pages.chronicle.entry import Entry, OwnKind
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter


class Part(Enum):
    ROAD = "road"
    AFTER = "after"
    GIVEN_UP = "given_up"
    UNDER_WAY = "under_way"


# Where neither edition nor matter is named: these belong to what comes of them, all others to what is in force then.
LEADING_ON = frozenset(
    {
        OwnKind.DRAFTS_SAVED,
        OwnKind.IMPORTED,
        OwnKind.IMPORT_RETURNED,
        OwnKind.IMPORT_WITHDRAWN,
        EventKind.REPEAL_PREPARED,
        EventKind.REPEAL_DECLINED,
    }
)


@dataclass(frozen=True)
class Chapter:
    """`edition` with a main number; `matter` where one led here or leads on from here."""

    part: Part
    edition: Edition | None = None
    matter: Matter | None = None
    entries: list[Entry] = field(default_factory=list, compare=False, hash=False)

    @property
    def name(self) -> str:
        """Unique in the story, for anchors."""
        if self.edition is not None:
            return f"{self.part.value}-{self.edition.main}"
        return f"{self.part.value}-{self.matter.pk}" if self.matter is not None else self.part.value


class Chapters:
    """All chapters of a series, oldest first, and the way from an entry to its own."""

    def __init__(self, history: History, matters: list[Matter]) -> None:
        self._mains = [edition for edition in history.editions if not edition.correction]
        self._history = history
        by_edition = {matter.edition_id: matter for matter in matters if matter.edition_id}
        self._roads = {
            edition.pk: Chapter(Part.ROAD, edition, by_edition.get(edition.pk)) for edition in self._mains
        }
        self._after = {edition.pk: Chapter(Part.AFTER, edition) for edition in self._mains}
        given_up = [matter for matter in matters if matter.closed_at and not matter.edition_id]
        self._given_up = {matter.pk: Chapter(Part.GIVEN_UP, matter=matter) for matter in given_up}
        self._matters = {matter.pk: matter for matter in matters}
        opened = next((matter for matter in matters if not matter.is_closed), None)
        self._under_way = Chapter(Part.UNDER_WAY, matter=opened)
        ends = [(edition.sealed_at, self._roads[edition.pk]) for edition in self._mains]
        ends += [(matter.closed_at, self._given_up[matter.pk]) for matter in given_up if matter.closed_at]
        self._ends = sorted(ends, key=lambda end: end[0])

    def __iter__(self) -> Iterator[Chapter]:
        for _end, chapter in self._ends:
            yield chapter
            if chapter.edition is not None:
                yield self._after[chapter.edition.pk]
        yield self._under_way

    def of(self, entry: Entry) -> Chapter:
        if (matter := self._matters.get(entry.matter or 0)) is not None:
            return self._of_matter(matter)
        if entry.edition is not None:
            return self._of_edition(entry, entry.edition)
        if entry.kind in LEADING_ON:
            return self.next_after(entry.at)
        sealed = [edition for edition in self._mains if edition.sealed_at <= entry.at]
        return self._after[sealed[-1].pk] if sealed else self.next_after(entry.at)

    def next_after(self, moment: datetime.datetime) -> Chapter:
        """What was being worked on then: the first chapter that ends later, or what is under way."""
        place = bisect_left(self._ends, moment, key=lambda end: end[0])
        return self._ends[place][1] if place < len(self._ends) else self._under_way

    def _of_matter(self, matter: Matter) -> Chapter:
        made = next((one for one in self._history.editions if one.pk == matter.edition_id), None)
        if made is None:
            return self._given_up.get(matter.pk, self._under_way)
        return self._after_main(made) if made.correction else self._roads[made.pk]

    def _of_edition(self, entry: Entry, edition: Edition) -> Chapter:
        is_road = not edition.correction and entry.at <= edition.sealed_at
        return self._roads[edition.pk] if is_road else self._after_main(edition)

    def _after_main(self, edition: Edition) -> Chapter:
        main = self._history.main_of(edition)
        return self._after[main.pk] if main is not None else self._under_way
