"""Sealing: a draft revision and a decision become an edition, whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Revision

from handslag import clock
from handslag.access.viewer import viewing_as
from handslag.privacy.guard import refuse_instance
from plan_pages.documents import EditionDocument
from plan_pages.documents.canonical import leaf_digest, new_salt
from plan_pages.documents.leaves import split
from plan_pages.documents.model import SCHEMA_VERSION
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind, ParticipantRole
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.numbers import EditionNumber
from plan_pages.editions.participant import EditionParticipant
from plan_pages.editions.register import Commitment, CommitmentEntry
from plan_pages.editions.series import EditionSeries
from plan_pages.seal.heads import head_of
from plan_pages.seal.refusals import (
    CannotBeSealedError,
    refuse_changed_promises,
    refuse_decisions,
    refuse_kind,
    refuse_revision,
)
from plan_pages.seal.signals import edition_sealed
from plan_pages.seal.texts import document_of


@dataclass(frozen=True)
class Participation:
    user_id: int
    role: ParticipantRole


@dataclass(frozen=True)
class Order:
    """What is to be sealed. `decisions` are unsaved rows without an edition; `corrects` is a main number.

    `revision` is None for a repeal, which has no text.
    """

    series: EditionSeries
    kind: EditionKind
    revision: Revision | None
    decisions: Sequence[Decision] = ()
    participants: Sequence[Participation] = ()
    sealed_by: Any = None
    reason: str = ""
    corrects: int = 0


@transaction.atomic
def seal_edition(order: Order) -> Edition:
    """Write leaves, decisions and registers, and last the edition's own row: from then on it is there and fixed.

    Raises CannotBeSealedError, PersonalDataFound; then, and when the process dies, nothing is written.
    """
    series = EditionSeries.objects.select_for_update().get(pk=order.series.pk)
    earlier = list(Edition.objects.filter(series=series).order_by("sequence"))
    number = _number(order, earlier)
    refuse_kind(order.kind, earlier, number, order.reason)
    refuse_decisions(order.kind, order.decisions)
    refuse_revision(series, order.revision)
    if order.revision is not None and (missing := page_of(order.revision).unfinished()):
        raise CannotBeSealedError(missing)
    document = decided_document(order.revision)
    if (document is None) != (order.kind == EditionKind.REPEAL):
        raise CannotBeSealedError("An edition has a text, and a repeal has none.")
    if order.kind == EditionKind.CORRECTION and document is not None:
        refuse_changed_promises(document_of(_corrected(earlier, number)), document)
    edition = Edition(
        series=series,
        revision=order.revision,
        sequence=len(earlier) + 1,
        main=number.main,
        correction=number.correction,
        kind=order.kind,
        schema_version=SCHEMA_VERSION,
        language=document.language if document else earlier[-1].language,
        title=document.title if document else earlier[-1].title,
        reason=order.reason.strip(),
        previous_digest=earlier[-1].digest if earlier else "",
        sealed_at=clock.now(),
        sealed_by=order.sealed_by,
    )
    leaves = _leaves(edition, document)
    decisions = _decisions(edition, order.decisions)
    edition.digest = head_of(edition, decisions, (leaf.digest for leaf in leaves)).digest()
    refuse_instance(edition)
    EditionLeaf.objects.bulk_create(leaves)
    Decision.objects.bulk_create(decisions)
    CommitmentEntry.objects.bulk_create(_entries(edition, document))
    edition.save()
    EditionParticipant.objects.bulk_create(
        EditionParticipant(edition=edition, user_id=one.user_id, role=one.role) for one in order.participants
    )
    edition_sealed.send(Edition, edition=edition)
    return edition


def decided_document(revision: Revision | None) -> EditionDocument | None:
    """The text of exactly this revision, whoever asks: links are not cut to what the person who seals may see."""
    if revision is None:
        return None
    with viewing_as(None):
        document: EditionDocument = page_of(revision).to_document()
    return document


def page_of(revision: Revision) -> Any:
    """As the database holds it now, not as somebody loaded it before."""
    return Revision.objects.get(pk=revision.pk).as_object()


def _number(order: Order, earlier: Sequence[Edition]) -> EditionNumber:
    if order.kind != EditionKind.CORRECTION:
        return EditionNumber(max((edition.main for edition in earlier), default=0) + 1)
    corrections = [edition.correction for edition in earlier if edition.main == order.corrects]
    return EditionNumber(order.corrects, max(corrections, default=0) + 1)


def _corrected(earlier: Sequence[Edition], number: EditionNumber) -> Edition:
    """The edition with the latest correction before this one."""
    return max(
        (edition for edition in earlier if edition.main == number.main),
        key=lambda edition: edition.correction,
    )


def _leaves(edition: Edition, document: EditionDocument | None) -> list[EditionLeaf]:
    if document is None:
        return []
    leaves = []
    for position, (section, body) in enumerate(split(document)):
        salt = new_salt()
        leaves.append(
            EditionLeaf(
                edition=edition,
                position=position,
                section=section,
                body=body,
                salt=salt,
                digest=leaf_digest(salt, body),
            )
        )
    return leaves


def _decisions(edition: Edition, decisions: Iterable[Decision]) -> list[Decision]:
    """Copies, so that an order may be tried again."""
    rows = []
    for given in decisions:
        row = Decision(
            **{
                field.attname: getattr(given, field.attname)
                for field in Decision._meta.concrete_fields
                if field.name not in {"id", "edition", "place_code", "place_name"}
            },
            edition=edition,
            place_code=given.municipality.code,
            place_name=given.municipality.name,
        )
        try:
            row.full_clean(exclude=["edition"], validate_unique=False)
        except ValidationError as wrong:
            raise CannotBeSealedError(wrong.messages) from wrong
        rows.append(row)
    return rows


def _entries(edition: Edition, document: EditionDocument | None) -> list[CommitmentEntry]:
    """Promises keep their identity within the series (design: Registers)."""
    if document is None:
        return []
    known = {str(row.key): row for row in Commitment.objects.filter(series=edition.series)}
    entries: list[CommitmentEntry] = []
    for section in document.sections:
        for promise in section.commitments:
            if promise.id not in known:
                known[promise.id] = Commitment.objects.create(series=edition.series, key=promise.id)
            entries.append(
                CommitmentEntry(
                    edition=edition,
                    commitment=known[promise.id],
                    position=len(entries),
                    section=section.id,
                    obligation=promise.obligation,
                    accountable_function=promise.accountable_function,
                )
            )
    return entries
