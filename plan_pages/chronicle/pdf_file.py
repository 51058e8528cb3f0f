"""The story as a file for people and archives: tagged, lasting, the same bytes for the same state (plan_pages.pdf)."""

import datetime
import hashlib
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from handslag.pdf.printable import printable
from handslag.templatetags.handslag_dates import in_words
from plan_pages.chronicle.chapters import Chapter
from plan_pages.chronicle.days import day_of
from plan_pages.chronicle.json_file import history_as_json, language_of, registry_numbers_of
from plan_pages.chronicle.story import Story
from plan_pages.chronicle.telling import Teller, title_of
from plan_pages.documents import EditionDocument, Place
from plan_pages.pdf.typesetting import HISTORY, typeset
from plan_pages.pdf.words import CONTENTS_FROM, frame_of

# Of a file about a plan to which nothing has happened.
NO_DAY = datetime.date(1970, 1, 1)


def history_as_pdf(story: Story, address: str) -> bytes:
    """`address` is where one sees what is in force today. The cover carries the digest of the JSON file of the same
    state, knowledge and names, so that the two prove each other."""
    digest = hashlib.sha256(history_as_json(story).encode()).hexdigest()
    last = day_of(story.last.at) if story.last else NO_DAY
    with override(language_of(story.history)):
        teller = Teller(story, story.lines)
        data = printable(
            {
                **_frame(story),
                "cover": _cover(story, address, digest),
                "chapters": [_chapter(teller, chapter) for chapter in story.chapters],
            },
            address,
        )
    # The day and not the hour: of drafts only the day is told.
    moment = datetime.datetime.combine(last, datetime.time(), datetime.UTC)
    return typeset(data, moment=moment, template=HISTORY)


def _frame(story: Story) -> dict[str, Any]:
    """The frame of an edition without its text: title, languages, page numbers."""
    history = story.history
    titles = [edition.title for edition in history.editions]
    title = _("The plan's history: %(title)s") % {"title": titles[-1]} if titles else _("The plan's history")
    places = tuple(Place(code=code, name=name) for code, name in history.places.items())
    document = EditionDocument(
        kind="action_plan", language=language_of(history), title=title, municipalities=places
    )
    frame = frame_of(document, running=_running(story))
    words = {**dict(frame["words"]), "people": _("Took part")}  # type: ignore[call-overload]  # the frame's words
    return {**frame, "words": words, "contents": len(story.chapters) >= CONTENTS_FROM}


def _running(story: Story) -> str:
    last = story.last
    return (
        _("Latest event: %(date)s") % {"date": in_words(last.at)} if last else _("Nothing has happened yet")
    )


def _cover(story: Story, address: str, digest: str) -> dict[str, Any]:
    numbers = registry_numbers_of(story)
    newest = story.history.editions[-1] if story.history.editions else None
    lines = [
        _("Registry number: %(numbers)s") % {"numbers": ", ".join(numbers) or _("Not stated")},
        _("Editions: %(count)d") % {"count": len(story.history.editions)},
        _("With the names of those who took part.") if story.knowledge.names else "",
        ""
        if story.knowledge.whole
        else _("What every reader may know; the work on drafts is not in this file."),
        _("Digest of the newest edition (SHA-256): %(digest)s") % {"digest": newest.digest} if newest else "",
    ]
    return {
        "kind": _("History for the archive"),
        "places": list(story.history.places.values()),
        "edition": _running(story),
        "lines": [line for line in lines if line],
        "in_force": _("Which edition is in force stands at:"),
        "address": address,
        "digest": digest,
        "digest_label": _("Checksum of this history as JSON (SHA-256)"),
        "notice": "",
        "notice_where_signs_are_missing": _(
            "This file lacks some signs of the text; they are shown as empty boxes. Read them at the address below."
        ),
    }


def _chapter(teller: Teller, chapter: Chapter) -> dict[str, Any]:
    told = [teller.told(chapter, entry) for entry in chapter.entries]
    return {
        "title": title_of(chapter),
        "entries": [
            {
                "day": in_words(day_of(one.entry.at)),
                "sentence": one.sentence,
                "text": one.text,
                "names": one.names,
            }
            for one in told
        ],
    }
