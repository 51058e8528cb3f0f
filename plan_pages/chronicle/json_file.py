"""The story as a file for programs and archives."""

import json
from typing import Any

from django.conf import settings
from django.utils.translation import override

from plan_pages.chronicle.chapters import Chapter
from plan_pages.chronicle.days import day_of, moment_of
from plan_pages.chronicle.people import function_of
from plan_pages.chronicle.shape import (
    ChapterRecord,
    EditionRecord,
    EntryRecord,
    HistoryFile,
    MatterRecord,
    ParticipantRecord,
    PersonRecord,
    SectionRecord,
    SeriesRecord,
)
from plan_pages.chronicle.story import Story
from plan_pages.chronicle.telling import Teller, Told, title_of
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.pdf.words import words_language
from plan_pages.seal.heads import record_of

# Left out of files without names, so that nobody takes an empty list for "nobody took part".
_NAMES: dict[str, Any] = {
    "participants": True,
    "chapters": {"__all__": {"entries": {"__all__": {"people"}}}},
}


def history_as_json(story: Story) -> str:
    """The same text every time, in the plan's own language, whoever asks for it."""
    with override(language_of(story.history)):
        content = history_file(story).model_dump(
            mode="json", exclude=None if story.knowledge.names else _NAMES
        )
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def language_of(history: History) -> str:
    return words_language(history.editions[-1].language if history.editions else settings.LANGUAGE_CODE)


def history_file(story: Story) -> HistoryFile:
    history = story.history
    newest = history.editions[-1] if history.editions else None
    teller = Teller(story, story.lines)
    last = story.last
    return HistoryFile(
        knowledge="whole" if story.knowledge.whole else "readers",
        series=SeriesRecord(
            key=str(history.series.key), kind=history.series.kind, address=history.series.address
        ),
        title=newest.title if newest else "",
        registry_numbers=tuple(registry_numbers_of(story)),
        last_digest=newest.digest if newest else "",
        last_event_on=day_of(last.at) if last else None,
        editions=tuple(_edition(history, edition) for edition in history.editions),
        matters=tuple(_matters(story)),
        chapters=tuple(_chapter(story, teller, chapter) for chapter in story.chapters),
        participants=tuple(_participants(story, teller)),
    )


def registry_numbers_of(story: Story) -> list[str]:
    """Of decisions about editions, then of matters; each once, in the order of time."""
    decided = [row.registry_number for row in story.history.decisions]
    found = [*decided, *(matter.registry_number for matter in story.matters)]
    return list(dict.fromkeys(number for number in found if number))


def _edition(history: History, edition: Edition) -> EditionRecord:
    own = [row for row in history.decisions if row.edition_id == edition.pk]
    return EditionRecord(
        number=str(edition.number),
        kind=edition.kind,
        title=edition.title,
        language=edition.language,
        sealed_at=moment_of(edition.sealed_at),
        reason=edition.reason,
        digest=edition.digest,
        previous_digest=edition.previous_digest,
        decisions=tuple(record_of(row) for row in own),
    )


def _matters(story: Story) -> list[MatterRecord]:
    numbers = {edition.pk: str(edition.number) for edition in story.history.editions}
    return [
        MatterRecord(
            id=matter.pk,
            registry_number=matter.registry_number,
            stage=matter.stage,
            ending=matter.ending,
            opened_at=moment_of(matter.opened_at),
            closed_at=moment_of(matter.closed_at) if matter.closed_at else None,
            edition=numbers.get(matter.edition_id, "") if matter.edition_id else "",
        )
        for matter in story.matters
    ]


def _chapter(story: Story, teller: Teller, chapter: Chapter) -> ChapterRecord:
    whole = story.knowledge.whole
    return ChapterRecord(
        part=chapter.part.value,
        title=title_of(chapter),
        edition=str(chapter.edition.number) if chapter.edition else "",
        matter=chapter.matter.pk if chapter.matter and whole else None,
        entries=tuple(_entry(story, teller, teller.told(chapter, entry)) for entry in chapter.entries),
    )


def _entry(story: Story, teller: Teller, told: Told) -> EntryRecord:
    entry = told.entry
    return EntryRecord(
        kind=entry.kind,
        on=day_of(entry.at),
        at=None if entry.is_by_day else moment_of(entry.at),
        sentence=told.sentence,
        text=story.knowledge.words_of(entry),
        function=function_of(entry),
        section=SectionRecord(id=entry.section, title=told.section) if entry.section else None,
        edition=str(entry.edition.number) if entry.edition else "",
        matter=entry.matter,
        data=story.knowledge.data_of(entry),
        people=tuple(
            PersonRecord(account=taker.account, name=teller.people.name(taker), role=taker.role)
            for taker in teller.people.known(entry)
        ),
    )


def _participants(story: Story, teller: Teller) -> list[ParticipantRecord]:
    """Those that the editions themselves name."""
    return [
        ParticipantRecord(
            edition=str(entry.edition.number),
            role=taker.role,
            account=taker.account,
            name=teller.people.name(taker),
        )
        for entry in story.entries
        if entry.edition is not None
        for taker in teller.people.known(entry)
        if taker.role and entry.kind == "sealed"
    ]
