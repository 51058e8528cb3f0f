"""Entries in words, for page, JSON and PDF. Whatever is looked up is looked up for all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from handslag.places.models import Municipality
from plan_pages.chronicle.chapters import Chapter, Part
from plan_pages.chronicle.entry import Entry
from plan_pages.chronicle.people import People, called
from plan_pages.chronicle.sections import Sections
from plan_pages.chronicle.sentences import Words, sentence_of
from plan_pages.chronicle.story import Line, Story
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.editions.kinds import EditionKind
from plan_pages.road.event import EventKind
from plan_pages.showing.facts import body_of, minutes_of
from plan_pages.showing.standing import label_of


@dataclass(frozen=True)
class Told:
    """`text` is what somebody wrote, `names` are there for those who may see them."""

    entry: Entry
    sentence: str
    text: str
    section: str
    names: list[str]


class Teller:
    """For exactly these entries, each with its chapter."""

    def __init__(self, story: Story, lines: Sequence[Line]) -> None:
        entries = [entry for _chapter, entry in lines]
        self._story = story
        self._sections = Sections(story.history, lines)
        self.people = People(story.knowledge, entries)
        self._places = _places_of(entries)

    def told(self, chapter: Chapter, entry: Entry) -> Told:
        section = self._sections.title_of(chapter, entry)
        words = Words(
            who=called(entry),
            section=section,
            place=self._places.get(entry.data.get("place", ""), ""),
            decisions=_decisions_of(self._story.history, entry.edition) if entry.edition else "",
        )
        return Told(
            entry=entry,
            sentence=sentence_of(entry, words),
            text=self._text_of(entry),
            section=section,
            names=self.people.names_in(entry),
        )

    def _text_of(self, entry: Entry) -> str:
        """Not what the sentence says already."""
        if entry.data.get("withheld"):
            return _("The text was stopped by the check for personal data and is not kept.")
        if entry.kind == EventKind.REPLIED or "took_over" in entry.data:
            return ""
        return self._story.knowledge.words_of(entry)


def title_of(chapter: Chapter) -> str:
    edition = chapter.edition
    if chapter.part == Part.GIVEN_UP:
        return _("A draft that became no edition")
    if edition is None:
        return _("Work on the next edition")
    if chapter.part == Part.AFTER:
        return _("%(edition)s: after the decision") % {"edition": label_of(edition)}
    if edition.kind == EditionKind.ADOPTED:
        return _("Edition %(number)s: from draft to decision") % {"number": str(edition.number)}
    if edition.kind == EditionKind.REGISTERED:
        return _("Edition %(number)s: registered") % {"number": str(edition.number)}
    return label_of(edition)


def _decisions_of(history: History, edition: Edition) -> str:
    """“Kommunfullmäktige 2024-11-25, § 131”, each with its municipality where several share the plan."""
    decided = history.decided(edition)
    if len(decided) == 1:
        return f"{body_of(decided[0])} {minutes_of(decided[0])}"
    return "; ".join(f"{row.place_name}: {body_of(row)} {minutes_of(row)}" for row in decided)


def _places_of(entries: Sequence[Entry]) -> dict[str, str]:
    """Named only where several municipalities decide about the plan."""
    codes = {entry.data["place"] for entry in entries if "place" in entry.data}
    if len(codes) < 2:
        return {}
    return dict(Municipality.objects.filter(code__in=codes).values_list("code", "name"))
