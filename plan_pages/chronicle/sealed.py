"""Editions as entries: each says what it is, and who took part where that may be seen."""

from collections.abc import Iterator

from plan_pages.chronicle.entry import Entry, Taker
from plan_pages.editions.history import History
from plan_pages.editions.participant import EditionParticipant
from plan_pages.road.event import EventKind

# After the events of the same moment: the decision is recorded, then the edition is sealed.
LAST = 2**62


def editions_of(history: History, *, with_people: bool) -> Iterator[Entry]:
    takers = _takers_of(history) if with_people else {}
    for edition in history.editions:
        known = takers.get(edition.pk, ())
        sealer = (
            (Taker(edition.sealed_by_id),)
            if edition.sealed_by_id and edition.sealed_by_id not in {one.account for one in known}
            else ()
        )
        yield Entry(
            kind=EventKind.SEALED,
            at=edition.sealed_at,
            row=LAST + edition.sequence,
            text=edition.reason,
            edition=edition,
            data={"digest": edition.digest},
            takers=(*known, *sealer),
        )


def _takers_of(history: History) -> dict[object, tuple[Taker, ...]]:
    found: dict[object, tuple[Taker, ...]] = {}
    for row in EditionParticipant.objects.filter(edition__series=history.series).order_by("pk"):
        found[row.edition_id] = (*found.get(row.edition_id, ()), Taker(row.user_id, row.role))
    return found
