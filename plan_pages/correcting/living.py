"""Which editions people follow or are going to follow: what a correction, a repeal and a review are about."""

import datetime

from plan_pages.documents.canonical import digest_of
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History


def living(history: History, day: datetime.date) -> list[Edition]:
    """In force somewhere on `day`, or sealed and in effect later; each with its latest correction, by number."""
    begins = {row.begins for row in history.decisions if row.begins is not None and row.begins > day}
    found = {
        edition.main
        for moment in {day, *begins}
        for place in history.places
        if (edition := history.in_force(moment, place)) is not None
    }
    return [_latest(history, main) for main in sorted(found)]


def in_force_today(history: History, day: datetime.date) -> list[Edition]:
    """The same, without what is in effect later."""
    mains = {state.edition.main for state in history.states(day) if state.edition is not None}
    return [edition for edition in living(history, day) if edition.main in mains]


def chosen(editions: list[Edition], number: str, preferred: list[Edition]) -> Edition | None:
    """The edition that an address names by its main number, else the newest that is in force; None where none is."""
    named = next((edition for edition in editions if str(edition.main) == number), None)
    return named or next(iter(reversed(preferred or editions)), None)


def mark_of(editions: list[Edition]) -> str:
    """What a page was made from: an old page is told by it. 64 hexadecimal digits."""
    return digest_of([edition.digest for edition in editions])


def _latest(history: History, main: int) -> Edition:
    return max(
        (edition for edition in history.editions if edition.main == main),
        key=lambda edition: edition.correction,
    )
