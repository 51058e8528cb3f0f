"""Saved drafts as a summary by day: how many and when, never hour by hour who sat at the text."""

import datetime
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence

from wagtail.models import Revision

from plan_pages.chronicle.days import day_of
from plan_pages.chronicle.entry import Entry, OwnKind, Taker
from plan_pages.editions.history import History
from plan_pages.road.event import EventKind

type Saved = tuple[datetime.datetime, int | None]

# Between two of these the drafts make one entry.
MILESTONES = frozenset(
    {
        EventKind.SUBMITTED,
        EventKind.WITHDRAWN,
        EventKind.RETURNED,
        EventKind.DECIDED,
        EventKind.AMENDED,
        EventKind.AMENDMENT_RETURNED,
        EventKind.ENDED,
        EventKind.SEALED,
    }
)


def drafts_of(
    history: History,
    chapter_of: Callable[[datetime.datetime], Hashable],
    told: Sequence[Entry],
) -> Iterator[Entry]:
    """`chapter_of` says to which chapter a moment belongs, `told` are all other entries."""
    moments = sorted(
        entry.at
        for entry in told
        if entry.kind in MILESTONES and not (entry.edition is not None and entry.edition.correction)
    )
    runs: dict[tuple[Hashable, int], list[Saved]] = {}
    for at, account in _saved(history):
        runs.setdefault((chapter_of(at), bisect_left(moments, at)), []).append((at, account))
    yield from map(_entry, runs.values())


def _saved(history: History) -> Sequence[Saved]:
    """What a correction was made from is told by the correction."""
    corrections = [edition.revision_id for edition in history.editions if edition.correction]
    if history.series.page_id is None:
        return []
    rows = Revision.page_revisions.filter(object_id=str(history.series.page_id)).exclude(pk__in=corrections)
    return list(rows.order_by("created_at", "pk").values_list("created_at", "user_id"))


def _entry(saved: list[Saved]) -> Entry:
    accounts = dict.fromkeys(account for _at, account in saved if account is not None)
    return Entry(
        kind=OwnKind.DRAFTS_SAVED,
        at=saved[-1][0],
        data={
            "count": len(saved),
            "first_day": day_of(saved[0][0]).isoformat(),
            "last_day": day_of(saved[-1][0]).isoformat(),
        },
        takers=tuple(map(Taker, accounts)),
    )
