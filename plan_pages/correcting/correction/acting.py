"""Proposing, approving, declining and withdrawing a correction. Each is one transaction on locked rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from handslag import clock
from plan_pages.correcting.correction.changing import Changes, corrected, facts_of, text_of
from plan_pages.correcting.correction.models import (
    CorrectedFact,
    Correction,
    CorrectionState,
    CorrectionTarget,
)
from plan_pages.correcting.correction.rules import may_answer_correction, may_propose
from plan_pages.correcting.correction.wording import Wording, is_correctable
from plan_pages.correcting.living import living, mark_of
from plan_pages.correcting.locking import locked_series, locked_waiting
from plan_pages.correcting.overtaken import OvertakenError, WaitsAlreadyError
from plan_pages.correcting.rules import require
from plan_pages.correcting.signals import correction_approved
from plan_pages.correcting.telling import tell_sealed
from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import history_of
from plan_pages.editions.kinds import EditionKind, ParticipantRole
from plan_pages.editions.series import EditionSeries
from plan_pages.road.event import EventKind, tell
from plan_pages.road.moving import NotAllowedError
from plan_pages.seal.sealing import Order, Participation, seal_edition
from plan_pages.seal.texts import document_of


@dataclass(frozen=True)
class Proposal:
    """`seen` is the mark of the editions that the page was made from (`living.mark_of`).

    `applies` says, by main number, whether an edition that holds the same words is corrected too.
    """

    main: int
    changes: Changes
    reason: str
    seen: str
    applies: Mapping[int, bool] = field(default_factory=dict)


@transaction.atomic
def propose(series: EditionSeries, user: Any, proposal: Proposal) -> Correction:
    """Raises NotAllowedError, OvertakenError, WaitsAlreadyError, ValidationError; then nothing was saved."""
    require(may_propose(user))
    series = locked_series(series)
    editions = living(history_of(series), clock.today())
    if mark_of(editions) != proposal.seen:
        raise OvertakenError
    base = next((edition for edition in editions if edition.main == proposal.main), None)
    if base is None:
        raise OvertakenError
    if Correction.objects.filter(series=series, state=CorrectionState.WAITING).exists():
        raise WaitsAlreadyError
    refuse(document_of(base), proposal.changes)
    correction = Correction(series=series, reason=proposal.reason.strip(), author=user)
    if proposal.changes.wording is not None:
        correction.old_wording = proposal.changes.wording.old
        correction.new_wording = proposal.changes.wording.new
    correction.full_clean(exclude=["series", "author"])
    correction.save()
    for change in proposal.changes.facts:
        row = CorrectedFact(
            correction=correction,
            section=change.section,
            fact=change.fact,
            **{f"old_{name}": text for name, text in change.before._asdict().items()},
            **change.after._asdict(),
        )
        row.full_clean(exclude=["correction"])
        row.save()
    CorrectionTarget.objects.create(correction=correction, edition=base, applies=True)
    for edition in concerned(editions, proposal.changes):
        if edition != base:
            applies = _choice_for(edition, proposal.applies)
            CorrectionTarget.objects.create(correction=correction, edition=edition, applies=applies)
    tell(
        series,
        EventKind.CORRECTION_PROPOSED,
        user,
        text=correction.reason,
        edition=base,
        correction=correction.pk,
    )
    return correction


@transaction.atomic
def approve(correction: Correction, user: Any) -> list[Edition]:
    """Seal every edition that it applies to, or none. Raises NotAllowedError, AnsweredAlreadyError, OvertakenError,
    CannotBeSealedError."""
    correction = locked_waiting(correction)
    require(may_answer_correction(user, correction))
    targets = list(correction.targets.select_related("edition", "edition__series"))
    refuse_overtaken(correction, targets)
    for target in targets:
        if target.applies:
            target.sealed = _seal(correction, target.edition, user)
            target.save()
    _answer(correction, user, CorrectionState.SEALED)
    sealed = [target.sealed for target in targets if target.sealed is not None]
    correction_approved.send(
        Correction, correction=correction, editions=sealed, facts=list(correction.facts.all())
    )
    return sealed


@transaction.atomic
def decline(correction: Correction, user: Any, note: str) -> None:
    """Raises NotAllowedError, AnsweredAlreadyError, ValidationError without a word why."""
    correction = locked_waiting(correction)
    require(may_answer_correction(user, correction))
    if not note.strip():
        raise ValidationError(_("Say why, so that whoever proposed it knows what to do."))
    correction.note = note.strip()
    _answer(correction, user, CorrectionState.DECLINED)
    tell(
        correction.series,
        EventKind.CORRECTION_DECLINED,
        user,
        text=correction.note,
        correction=correction.pk,
        withdrawn=False,
    )


@transaction.atomic
def withdraw(correction: Correction, user: Any) -> None:
    """Raises NotAllowedError for anybody but its author, AnsweredAlreadyError."""
    correction = locked_waiting(correction)
    if user.pk != correction.author_id:
        raise NotAllowedError(_("Only who proposed the correction can withdraw it; you can decline it."))
    _answer(correction, user, CorrectionState.WITHDRAWN)
    tell(
        correction.series,
        EventKind.CORRECTION_DECLINED,
        user,
        correction=correction.pk,
        withdrawn=True,
    )


def refuse(document: EditionDocument, changes: Changes) -> None:
    """What is no correction of this text. Raises ValidationError with a sentence for each thing that is wrong."""
    wrong: list[str] = []
    there = {(fact.id, text_of(fact)) for _section, fact in facts_of(document)}
    if not changes:
        wrong.append(_("Nothing is changed yet: write the new number, address or name in its field."))
    if any((change.fact, change.before) not in there for change in changes.facts):
        raise OvertakenError
    if changes.wording is not None and (sentence := refusal_of(document, changes.wording)):
        wrong.append(sentence)
    if wrong:
        raise ValidationError(wrong)


def refusal_of(document: EditionDocument, wording: Wording) -> str:
    """Why this wording is not corrected in this text; "" where it is."""
    if not is_correctable(wording):
        return _(
            "In running text a correction changes a number, an address or a name, and nothing else; other words take a "
            "new decision."
        )
    if corrected(document, Changes(wording=wording)) == document:
        return _(
            "“%(wording)s” does not stand in the running text; copy it exactly as it stands there. Commitments are not "
            "corrected."
        ) % {"wording": wording.old}
    return ""


def concerned(editions: list[Edition], changes: Changes) -> list[Edition]:
    """Those that hold any of the old words in the same place."""
    found = []
    for edition in editions:
        document = document_of(edition)
        if corrected(document, changes) != document:
            found.append(edition)
    return found


def refuse_overtaken(correction: Correction, targets: list[CorrectionTarget]) -> None:
    """What was chosen holds for exactly the editions there were then. Raises OvertakenError."""
    now = concerned(living(history_of(correction.series), clock.today()), correction.changes)
    if {edition.pk for edition in now} != {target.edition_id for target in targets}:
        raise OvertakenError


def _choice_for(edition: Edition, applies: Mapping[int, bool]) -> bool:
    if edition.main not in applies:
        raise ValidationError(
            _("Edition %(number)s says the same: choose whether it is corrected too.")
            % {"number": str(edition.number)}
        )
    return applies[edition.main]


def _seal(correction: Correction, edition: Edition, user: Any) -> Edition:
    revision = Revision.objects.create(
        content_object=correction,
        user=correction.author,
        created_at=clock.now(),
        object_str=edition.title,
        content={
            "translation_key": str(correction.series.translation_key),
            "edition": str(edition.pk),
        },
    )
    sealed = seal_edition(
        Order(
            series=correction.series,
            kind=EditionKind.CORRECTION,
            revision=revision,
            corrects=edition.main,
            reason=correction.reason,
            participants=[
                Participation(correction.author_id, ParticipantRole.AUTHOR),
                Participation(user.pk, ParticipantRole.REVIEWER),
            ],
            sealed_by=user,
        )
    )
    tell_sealed(correction.series, user, sealed)
    return sealed


def _answer(correction: Correction, user: Any, state: CorrectionState) -> None:
    correction.state = state
    correction.answered_by, correction.answered_at = user, clock.now()
    correction.save()
