"""Where a sealing of the short roads stands in the story: with the open matter, where there is one."""

from typing import Any

from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter, Stage


def tell_sealed(series: EditionSeries, user: Any, edition: Edition) -> None:
    """Whoever works on the next edition reads that its predecessor is another by now."""
    matter = Matter.objects.exclude(stage=Stage.CLOSED).filter(series=series).first()
    tell(
        matter or series,
        EventKind.SEALED,
        user,
        text=edition.reason,
        edition=edition,
        digest=edition.digest,
        edition_kind=edition.kind,
    )
