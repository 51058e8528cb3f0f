"""What is missing before the board may read a text: asked by the editor's page and by the reviewer's answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plan_pages.documents import EditionDocument
from plan_pages.road.changes import changes, reasons_of
from plan_pages.road.matter import Matter
from plan_pages.road.text import base_edition

QUESTIONS = ("orders_mapping", "singles_out", "describes_few")


@dataclass(frozen=True)
class Missing:
    """`field` is where it is filled in: a field of the matter, "questions", "reasons", "matches" or "text"; `about` the
    section or the vanished commitment that it is asked of."""

    field: str
    sentence: str
    about: str = ""


def missing(matter: Matter, document: EditionDocument, unfinished: list[str]) -> list[Missing]:
    """`unfinished` are the sentences of the page itself. In the order in which the editor's page asks."""
    return [
        *(Missing("text", sentence) for sentence in unfinished),
        *_missing_changes(matter, document),
        *_missing_answers(matter),
        *_missing_referral(matter),
    ]


def _missing_changes(matter: Matter, document: EditionDocument) -> Iterator[Missing]:
    found = changes(base_edition(matter.series), document)
    reasons = reasons_of(matter)
    sections = found.sections()
    if found.before is not None and not sections:
        yield Missing(
            "text", _("The text says the same as the edition that was decided; there is nothing to decide.")
        )
    for section in sections:
        if not reasons.get(section.section):
            yield Missing(
                "reasons",
                _("Give the reason for the change in “%(section)s”.") % {"section": section.title},
                section.section,
            )
    matched = {str(key) for key in matter.matches.values_list("vanished", flat=True)}
    for promise in found.vanished():
        if promise.id not in matched:
            yield Missing(
                "matches",
                _("Say what became of the commitment “%(text)s”.") % {"text": promise.text[:120]},
                promise.id,
            )


def _missing_answers(matter: Matter) -> Iterator[Missing]:
    answers = [getattr(matter, name) for name in QUESTIONS]
    if None in answers:
        yield Missing("questions", _("Answer the three questions about what the text could do to people."))
    if True in answers and not matter.answers_note.strip():
        yield Missing("answers_note", _("One of the three answers is yes: say what was done about it."))
    if not matter.law_checked_by.strip() or matter.law_checked_on is None:
        yield Missing("law_checked_by", _("Say who checked the text against the law, and when."))


def _missing_referral(matter: Matter) -> Iterator[Missing]:
    if matter.asks_referral is None:
        yield Missing("asks_referral", _("Choose whether the text goes out on referral."))
    elif not matter.asks_referral and not matter.no_referral_reason.strip():
        yield Missing("no_referral_reason", _("Say why the text does not go out on referral."))
