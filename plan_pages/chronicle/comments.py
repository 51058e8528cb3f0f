"""Comments of the editor are kept with the edition: there they vanish with whoever deletes them, here they stay."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.models import Comment, CommentReply

from handslag.privacy.guard import PersonalDataFound, refuse_instance
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.road.matter import Matter, Stage
from plan_pages.seal.signals import edition_sealed

logger = logging.getLogger(__name__)

FROM = "editor"
# “sections.<id of the section>.heading”: what an event can name.
_SECTION = re.compile(r"sections\.([0-9a-f-]{8,36})(?:\.|$)")


@dataclass(frozen=True)
class Said:
    """A comment or a reply; `row` is its number, `path` where in the text it stands."""

    what: str
    row: int
    written: Comment | CommentReply
    path: str

    @property
    def key(self) -> tuple[str, int]:
        return self.what, self.row


def keep_comments(sender: type, edition: Edition, **kwargs: Any) -> None:
    """In the transaction that seals: what was written about the text since the latest decision, each once.

    A correction takes none: what is said of the next edition's draft waits for that edition.
    """
    if edition.kind == EditionKind.CORRECTION or edition.series.page_id is None:
        return
    said = list(_said_about(edition.series))
    if not said:
        return
    kept = _kept(edition.series)
    matter = (
        Matter.objects.exclude(stage=Stage.CLOSED).filter(series=edition.series).first()
        if edition.kind == EditionKind.ADOPTED
        else None
    )
    RoadEvent.objects.bulk_create(_event(one, edition, matter) for one in said if one.key not in kept)


def _said_about(series: EditionSeries) -> Iterator[Said]:
    comments = Comment.objects.filter(page_id=series.page_id).prefetch_related("replies").order_by("pk")
    for comment in comments:
        yield Said("comment", comment.pk, comment, comment.contentpath)
        for reply in comment.replies.all():
            yield Said("reply", reply.pk, reply, comment.contentpath)


def _kept(series: EditionSeries) -> set[tuple[str, int]]:
    rows = RoadEvent.objects.filter(series=series, kind=EventKind.COMMENTED, data__from=FROM)
    return {
        (what, data[what])
        for data in rows.values_list("data", flat=True)
        for what in ("comment", "reply")
        if what in data
    }


def _event(said: Said, edition: Edition, matter: Matter | None) -> RoadEvent:
    """Told when it was said. What the check for personal data refuses is kept without its words: it came past the
    editor's own check, and a comment must not stop a decision."""
    found = _SECTION.match(said.path)
    event = RoadEvent(
        series=edition.series,
        matter=matter,
        edition=edition,
        kind=EventKind.COMMENTED,
        at=said.written.created_at,
        actor_id=said.written.user_id,
        section=found[1] if found else "",
        text=said.written.text.strip(),
        data={"from": FROM, said.what: said.row},
    )
    try:
        refuse_instance(event)
    except PersonalDataFound:
        logger.warning("The words of %s %d are not kept: they hold personal data.", said.what, said.row)
        event.text = ""
        event.data["withheld"] = True
    return event


def connect() -> None:
    edition_sealed.connect(keep_comments, sender=Edition, dispatch_uid="plan_pages.keep_comments")
