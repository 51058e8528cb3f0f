"""What the page shows: newest chapter first, newest entry first, so many to a page."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person
from plan_pages.chronicle.chapters import Chapter, Part
from plan_pages.chronicle.entry import Entry, OwnKind
from plan_pages.chronicle.json_file import language_of
from plan_pages.chronicle.story import Line, Story
from plan_pages.chronicle.telling import Teller, Told, title_of
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.editions.kinds import EditionKind
from plan_pages.reading.page import before
from plan_pages.registration.rules import may_see as may_see_registrations
from plan_pages.road.event import EventKind
from plan_pages.showing.standing import label_of

PER_PAGE = 200

# What stopped or turned a text back has another mark than what carried it on.
TURNED_BACK = frozenset(
    {
        EventKind.WITHDRAWN,
        EventKind.RETURNED,
        EventKind.AMENDMENT_RETURNED,
        EventKind.REJECTED,
        EventKind.CORRECTION_DECLINED,
        EventKind.REPEAL_DECLINED,
        EventKind.DECLINED,
        EventKind.ENDED,
        OwnKind.IMPORT_RETURNED,
        OwnKind.IMPORT_WITHDRAWN,
    }
)
CARRIED_ON = frozenset(
    {EventKind.APPROVED, EventKind.SEALED, EventKind.CURRENCY_REVIEWED, OwnKind.IMPORT_CONFIRMED}
)


@dataclass(frozen=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True)
class Row:
    """`state` as in the component `timeline`."""

    told: Told
    state: str
    links: list[Link]


@dataclass(frozen=True)
class Shown:
    """A chapter, or the part of it that is on this page."""

    name: str
    title: str
    links: list[Link]
    rows: list[Row]


def page_context(story: Story, user: Person, number: str) -> dict[str, Any]:
    page = Paginator(_newest_first(story), PER_PAGE).get_page(number)
    lines: list[Line] = list(page.object_list)
    teller = Teller(story, lines)
    sees_registrations = story.knowledge.whole and may_see_registrations(user)
    chapters = [
        Shown(
            name=chapter.name,
            title=title_of(chapter),
            links=_links_of(story, chapter),
            rows=[_row(story.history, teller, line, sees_registrations=sees_registrations) for line in found],
        )
        for chapter, found in groupby(lines, key=lambda line: line[0])
    ]
    return {
        "chapters": chapters,
        "page": page,
        "knowledge": story.knowledge,
        "language": language_of(story.history),
    }


def _newest_first(story: Story) -> list[Line]:
    return list(reversed(story.lines))


def _row(history: History, teller: Teller, line: Line, *, sees_registrations: bool) -> Row:
    chapter, entry = line
    state = "failed" if entry.kind in TURNED_BACK else "done" if entry.kind in CARRIED_ON else "coming"
    return Row(teller.told(chapter, entry), state, _links_to(history, entry, sees_registrations))


def _links_to(history: History, entry: Entry, sees_registrations: bool) -> list[Link]:
    if entry.kind == EventKind.SEALED and entry.edition is not None:
        return [_to_edition(entry.edition), *_comparison(history, entry.edition)]
    if entry.kind == EventKind.CURRENCY_REVIEWED and entry.edition is not None:
        return [_to_edition(entry.edition)]
    if entry.registration is not None and sees_registrations:
        return [Link(_("Read the registration"), reverse("plan:registration", args=[entry.registration]))]
    return []


def _links_of(story: Story, chapter: Chapter) -> list[Link]:
    """To the matter, which only those who work with the plan know of."""
    if chapter.matter is None or not story.knowledge.whole or chapter.part == Part.AFTER:
        return []
    return [Link(_("Go to the matter"), reverse("decisions:matter", args=[chapter.matter.pk]))]


def _to_edition(edition: Edition) -> Link:
    return Link(
        _("Read %(edition)s") % {"edition": label_of(edition).lower()},
        reverse("plan:edition", args=[edition.number]),
    )


def _comparison(history: History, edition: Edition) -> list[Link]:
    earlier = before(history, edition) if edition.kind != EditionKind.REPEAL else None
    if earlier is None:
        return []
    title = _("Compare with edition %(number)s") % {"number": str(earlier.number)}
    return [Link(title, reverse("plan:compare", args=[earlier.number, edition.number]))]
