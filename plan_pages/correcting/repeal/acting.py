"""Entering, confirming, declining and withdrawing a repeal. Each is one transaction on locked rows."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from handslag import clock
from plan_pages.correcting.locking import locked_series, locked_waiting
from plan_pages.correcting.overtaken import OvertakenError, WaitsAlreadyError
from plan_pages.correcting.repeal.consequence import places_with_a_plan
from plan_pages.correcting.repeal.models import Repeal, RepealDecision, RepealState
from plan_pages.correcting.repeal.rules import may_confirm, may_go_on_with, may_prepare
from plan_pages.correcting.rules import require
from plan_pages.correcting.telling import tell_sealed
from plan_pages.documents.canonical import digest_of
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History, history_of
from plan_pages.editions.kinds import EditionKind, ParticipantRole
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.files import sha256_of
from plan_pages.road.event import EventKind, tell
from plan_pages.seal.sealing import Order, Participation, seal_edition


@transaction.atomic
def prepare(series: EditionSeries, user: Any, reason: str, decision: RepealDecision) -> Repeal:
    """`decision` is an unsaved row; other municipalities' follow with `add`. Raises NotAllowedError, WaitsAlreadyError,
    ValidationError."""
    require(may_prepare(user))
    series = locked_series(series)
    if Repeal.objects.filter(series=series, state=RepealState.WAITING).exists():
        raise WaitsAlreadyError
    repeal = Repeal(series=series, reason=reason.strip(), prepared_by=user)
    repeal.full_clean(exclude=["series", "prepared_by"])
    repeal.save()
    _add(repeal, user, decision)
    return repeal


@transaction.atomic
def add(repeal: Repeal, user: Any, decision: RepealDecision) -> None:
    """Raises NotAllowedError, AnsweredAlreadyError, ValidationError."""
    repeal = locked_waiting(repeal)
    require(may_go_on_with(user, repeal))
    _add(repeal, user, decision)


@transaction.atomic
def take_away(repeal: Repeal, user: Any, pk: int) -> None:
    """Raises NotAllowedError, AnsweredAlreadyError."""
    repeal = locked_waiting(repeal)
    require(may_go_on_with(user, repeal))
    repeal.decisions.filter(pk=pk).delete()


@transaction.atomic
def confirm(repeal: Repeal, user: Any, seen: str) -> Edition:
    """`seen` is the mark that stood on the page. Raises NotAllowedError, AnsweredAlreadyError, OvertakenError,
    CannotBeSealedError."""
    repeal = locked_waiting(repeal)
    require(may_confirm(user, repeal))
    if seen != mark_of(repeal, history_of(repeal.series)):
        raise OvertakenError
    decisions = decisions_of(repeal)
    if not decisions:
        raise ValidationError(_("No decision is entered; the plan ends by one."))
    for decision in decisions:
        _refuse_place(repeal, decision)
    repeal.edition = seal_edition(
        Order(
            series=repeal.series,
            kind=EditionKind.REPEAL,
            revision=None,
            decisions=[_sealed_row(row) for row in decisions],
            participants=[
                Participation(repeal.prepared_by_id, ParticipantRole.RECORDER),
                Participation(user.pk, ParticipantRole.CONFIRMER),
            ],
            sealed_by=user,
            reason=repeal.reason,
        )
    )
    _answer(repeal, user, RepealState.SEALED)
    tell_sealed(repeal.series, user, repeal.edition)
    return repeal.edition


@transaction.atomic
def decline(repeal: Repeal, user: Any, note: str) -> None:
    """Raises NotAllowedError, AnsweredAlreadyError, ValidationError without a word why."""
    repeal = locked_waiting(repeal)
    require(may_confirm(user, repeal))
    if not note.strip():
        raise ValidationError(_("Say what differs from the minutes, so that it can be corrected."))
    repeal.note = note.strip()
    _answer(repeal, user, RepealState.DECLINED)
    tell(
        repeal.series,
        EventKind.REPEAL_DECLINED,
        user,
        text=repeal.note,
        repeal=repeal.pk,
        withdrawn=False,
    )


@transaction.atomic
def withdraw(repeal: Repeal, user: Any) -> None:
    """Raises NotAllowedError for anybody but who entered it, AnsweredAlreadyError."""
    repeal = locked_waiting(repeal)
    require(may_go_on_with(user, repeal))
    _answer(repeal, user, RepealState.WITHDRAWN)
    tell(repeal.series, EventKind.REPEAL_DECLINED, user, repeal=repeal.pk, withdrawn=True)


def decisions_of(repeal: Repeal) -> list[RepealDecision]:
    return list(repeal.decisions.select_related("municipality", "minutes_document"))


def mark_of(repeal: Repeal, history: History) -> str:
    """Everything that is confirmed: the reason, every decision, and the edition that is the latest."""
    fields = [field.attname for field in RepealDecision._meta.concrete_fields]
    rows = [[str(getattr(row, name)) for name in fields] for row in decisions_of(repeal)]
    return digest_of([repeal.reason, rows, history.editions[-1].digest])


def _add(repeal: Repeal, user: Any, decision: RepealDecision) -> None:
    if decision.meeting_date > clock.today():
        raise ValidationError({"meeting_date": _("This meeting has not been yet; give the day it met.")})
    decision.repeal = repeal
    _refuse_place(repeal, decision)
    decision.full_clean()
    decision.save()
    tell(
        repeal.series,
        EventKind.REPEAL_PREPARED,
        user,
        text=repeal.reason,
        repeal=repeal.pk,
        place=decision.municipality.code,
        body=decision.body,
        meeting_date=decision.meeting_date.isoformat(),
        paragraph=decision.paragraph,
        registry_number=decision.registry_number,
    )


def _refuse_place(repeal: Repeal, decision: RepealDecision) -> None:
    places = places_with_a_plan(history_of(repeal.series), clock.today())
    if decision.municipality.code not in places:
        raise ValidationError(
            _("In %(place)s there is no plan to repeal.") % {"place": decision.municipality.name}
        )


def _sealed_row(row: RepealDecision) -> Decision:
    return Decision(
        municipality=row.municipality,
        body_type=row.body_type,
        body=row.body,
        meeting_date=row.meeting_date,
        paragraph=row.paragraph,
        registry_number=row.registry_number,
        minutes_verified_on=row.minutes_verified_on,
        minutes_document=row.minutes_document,
        minutes_sha256=sha256_of(row.minutes_document.file) if row.minutes_document else "",
        in_effect_from=row.in_effect_from,
    )


def _answer(repeal: Repeal, user: Any, state: RepealState) -> None:
    repeal.state = state
    repeal.answered_by, repeal.answered_at = user, clock.now()
    repeal.save()
