"""Beginning a round, signing its steps, taking a signature back, ending what was begun by mistake."""

import datetime
import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction

from contacts.bodies.keepers import may_keep_body
from contacts.bodies.meeting import MeetingPage
from contacts.functions.function import Function
from contacts.routines.routine import Routine
from contacts.routines.rules import functions_to_sign_for, may_withdraw
from contacts.routines.run import RoutineRun, RunStep
from contacts.routines.signature import WITHDRAWAL, StepSignature
from handslag import clock
from handslag.forms.moved_on import MovedOnError


@transaction.atomic
def begin(
    routine: Routine,
    user: Any,
    token: uuid.UUID,
    *,
    label: str,
    due: datetime.date,
    meeting: MeetingPage | None = None,
) -> tuple[RoutineRun, bool]:
    """The round, and whether it is new: what is sent twice is one. Raises PermissionError, PersonalDataFound."""
    if not may_keep_body(user):
        raise PermissionError
    run, is_new = RoutineRun.objects.get_or_create(
        body=routine.body,
        token=token,
        defaults={
            "routine": routine,
            "meeting": meeting,
            "title": routine.title,
            "source_document": routine.source_document,
            "source_link": routine.source_link,
            "label": label,
            "due": due,
            "begun_by": user,
        },
    )
    if is_new:
        for number, text in enumerate(routine.lines, start=1):
            RunStep.objects.create(run=run, number=number, text=text)
    return run, is_new


@transaction.atomic
def sign(run: RoutineRun, user: Any, function: Function, steps: Collection[int]) -> None:
    """What the same account signed already stays signed. Raises PermissionError, MovedOnError."""
    run = _locked(run)
    if not functions_to_sign_for(user, run.body).filter(pk=function.pk).exists():
        raise PermissionError
    for step in run.steps.filter(pk__in=steps):
        standing = step.signatures.filter(withdrawn_at=None).first()
        if standing is None:
            StepSignature.objects.create(
                step=step,
                function=function,
                signed_as=function.name_with_organisation,
                signed_by=user,
            )
        elif standing.signed_by_id != user.pk:
            raise MovedOnError


@transaction.atomic
def withdraw(run: RoutineRun, user: Any, signature: int, why: str) -> None:
    """Signature and reason stay beside the step. Raises PermissionError, MovedOnError, PersonalDataFound."""
    run = _locked(run)
    row = StepSignature.objects.filter(pk=signature, step__run=run, withdrawn_at=None).first()
    if row is None:
        raise MovedOnError
    if not may_withdraw(user, row):
        raise PermissionError
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = clock.now(), user, why
    row.save(update_fields=WITHDRAWAL)


@transaction.atomic
def end(run: RoutineRun, user: Any, why: str) -> None:
    """A complete round needs no end. Raises PermissionError, MovedOnError, PersonalDataFound."""
    if not may_keep_body(user):
        raise PermissionError
    run = _locked(run)
    if not RoutineRun.objects.with_progress().get(pk=run.pk).is_open:
        raise MovedOnError
    run.ended_at, run.ended_by, run.ended_why = clock.now(), user, why
    run.save(update_fields=["ended_at", "ended_by", "ended_why"])


def _locked(run: RoutineRun) -> RoutineRun:
    row: RoutineRun = RoutineRun.objects.select_for_update().get(pk=run.pk)
    if row.ended_at is not None:
        raise MovedOnError
    return row
