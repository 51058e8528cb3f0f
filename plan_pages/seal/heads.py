"""Rows into the head that an edition's digest is computed over."""

import datetime
from collections.abc import Iterable, Sequence

from plan_pages.documents.head import DecisionRecord, EditionHead
from plan_pages.documents.model import Place
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.seal.broken import BrokenSealError


def head_of(edition: Edition, decisions: Iterable[Decision], leaves: Iterable[str]) -> EditionHead:
    """`leaves` are the leaves' digests in their order; `edition.series` must be at hand.

    Raises BrokenSealError for rows that no head could ever have said.
    """
    try:
        return _head_of(edition, decisions, leaves)
    except ValueError as wrong:
        raise BrokenSealError(edition, "the head") from wrong


def _head_of(edition: Edition, decisions: Iterable[Decision], leaves: Iterable[str]) -> EditionHead:
    return EditionHead.model_validate(
        {
            "schema_version": edition.schema_version,
            "series": str(edition.series.key),
            "sequence": edition.sequence,
            "number": str(edition.number),
            "kind": edition.kind,
            "language": edition.language,
            "title": edition.title,
            "reason": edition.reason,
            "sealed_at": edition.sealed_at.astimezone(datetime.UTC),
            "decisions": [
                record_of(row) for row in sorted(decisions, key=lambda row: (row.place_code, row.role))
            ],
            "leaves": list(leaves),
            "previous_digest": edition.previous_digest,
        }
    )


def refuse_forged(editions: Sequence[Edition], decisions: Iterable[Decision]) -> None:
    """For whoever shows heads and decisions, or a text from a cache: one question, however many editions.

    Raises BrokenSealError for the first whose number, decisions or list of parts are not the ones that were sealed.
    """
    parts: dict[object, list[str]] = {edition.pk: [] for edition in editions}
    leaves = EditionLeaf.objects.filter(edition__in=list(parts)).order_by("position")
    for edition_id, digest in leaves.values_list("edition_id", "digest"):
        parts[edition_id].append(digest)
    decided: dict[object, list[Decision]] = {edition.pk: [] for edition in editions}
    for row in decisions:
        decided[row.edition_id].append(row)
    for edition in editions:
        if head_of(edition, decided[edition.pk], parts[edition.pk]).digest() != edition.digest:
            raise BrokenSealError(edition, "the head")


def record_of(row: Decision) -> DecisionRecord:
    return DecisionRecord.model_validate(
        {
            "municipality": Place(code=row.place_code, name=row.place_name),
            "role": row.role,
            "outcome": row.outcome,
            "body_type": row.body_type,
            "body": row.body,
            "meeting_date": row.meeting_date,
            "paragraph": row.paragraph,
            "registry_number": row.registry_number,
            "minutes_verified_on": row.minutes_verified_on,
            "minutes_sha256": row.minutes_sha256,
            "in_effect_from": row.in_effect_from,
        }
    )
