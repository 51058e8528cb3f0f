"""The story of a plan as one person may know it. A handful of questions to the database, however much happened."""

from dataclasses import dataclass
from functools import cached_property

from plan_pages.chronicle.chapters import Chapter, Chapters
from plan_pages.chronicle.drafts import drafts_of
from plan_pages.chronicle.entry import Entry, OwnKind
from plan_pages.chronicle.events import events_of
from plan_pages.chronicle.knowing import Knowledge
from plan_pages.chronicle.registered import registrations_of
from plan_pages.chronicle.sealed import editions_of
from plan_pages.editions.history import History
from plan_pages.road.matter import Matter
from plan_pages.seal.heads import refuse_forged

type Line = tuple[Chapter, Entry]


@dataclass(frozen=True)
class Story:
    """`chapters` oldest first, those without an entry left out; entries within them oldest first."""

    history: History
    knowledge: Knowledge
    chapters: list[Chapter]
    matters: list[Matter]

    @cached_property
    def lines(self) -> list[Line]:
        return [(chapter, entry) for chapter in self.chapters for entry in chapter.entries]

    @property
    def entries(self) -> list[Entry]:
        return [entry for _chapter, entry in self.lines]

    @property
    def last(self) -> Entry | None:
        return max(self.entries, key=_order, default=None)


def story_of(history: History, knowledge: Knowledge) -> Story:
    """Raises BrokenSealError where a number, a decision or a list of parts is not the one that was sealed."""
    refuse_forged(history.editions, history.decisions)
    matters = list(Matter.objects.filter(series=history.series).order_by("opened_at", "pk"))
    chapters = Chapters(history, matters)
    told = [
        entry
        for source in (
            events_of(history),
            editions_of(history, with_people=knowledge.names),
            registrations_of(history),
        )
        for entry in source
        if knowledge.has(entry.kind)
    ]
    if knowledge.has(OwnKind.DRAFTS_SAVED):
        told += drafts_of(history, chapters.next_after, told)
    for entry in sorted(told, key=_order):
        chapters.of(entry).entries.append(entry)
    return Story(
        history=history,
        knowledge=knowledge,
        chapters=[chapter for chapter in chapters if chapter.entries],
        matters=matters if knowledge.whole else [],
    )


def _order(entry: Entry) -> tuple[object, int]:
    return entry.at, entry.row
