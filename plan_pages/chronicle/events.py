"""The road's own events."""

from collections.abc import Iterator

from plan_pages.chronicle.entry import INVITED, Entry, Taker
from plan_pages.editions.history import History
from plan_pages.road.event import EventKind, RoadEvent


def events_of(history: History) -> Iterator[Entry]:
    """The sealing of an edition is told by the edition itself, which old and imported ones have, too."""
    editions = {edition.pk: edition for edition in history.editions}
    for row in RoadEvent.objects.filter(series=history.series):
        edition = editions.get(row.edition_id) if row.edition_id else None
        if row.kind == EventKind.SEALED and edition is not None:
            continue
        yield Entry(
            kind=row.kind,
            at=row.at,
            row=row.pk,
            text=row.text,
            section=row.section,
            edition=edition,
            matter=row.matter_id,
            data=row.data,
            takers=_takers_of(row),
        )


def _takers_of(row: RoadEvent) -> tuple[Taker, ...]:
    actor = (Taker(row.actor_id),) if row.actor_id else ()
    invited = row.data.get(INVITED)
    return (*actor, Taker(invited, INVITED)) if isinstance(invited, int) else actor
