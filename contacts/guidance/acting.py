"""What can be done with a request; every way changes it under a lock, and tells those whose turn it is."""

import uuid
from typing import Any

from django.db import transaction

from contacts.guidance.kinds import OPEN, Side, Status
from contacts.guidance.numbers import new_number
from contacts.guidance.removal import removal_day
from contacts.guidance.reply_time import reply_by
from contacts.guidance.request import GuidanceMessage, GuidanceRequest
from contacts.guidance.rules import members_of_forum
from handslag import clock
from handslag.forms.moved_on import MovedOnError
from handslag.reminders.soon import remind_soon


@transaction.atomic
def ask(user: Any, token: uuid.UUID, **particulars: Any) -> tuple[GuidanceRequest, bool]:
    """The request, and whether it is new: what is sent twice is one. Raises PersonalDataFound."""
    found, is_new = GuidanceRequest.objects.get_or_create(
        asked_by=user,
        token=token,
        defaults={
            **particulars,
            "number": _free_number(),
            "reply_by": reply_by(clock.today(), particulars["urgency"]),
        },
    )
    if is_new:
        remind_soon()
    return found, is_new


@transaction.atomic
def rewrite(found: GuidanceRequest, question: str) -> None:
    """While nobody has begun to answer. Raises MovedOnError, PersonalDataFound."""
    found = _locked(found, Status.NEW)
    found.question = question
    _keep(found, "question")


@transaction.atomic
def withdraw(found: GuidanceRequest) -> None:
    """Gone, with all that was written in it. Raises MovedOnError where somebody took it, or where it is in the register
    of records, which is no longer the requester's to take from."""
    found = _locked(found, Status.NEW)
    if found.is_registered:
        raise MovedOnError
    found.delete()


@transaction.atomic
def take(found: GuidanceRequest, user: Any) -> None:
    """Also from somebody else in the forum, who may be away. Raises MovedOnError."""
    found = _locked(found, *OPEN)
    found.status, found.assigned_to = Status.ASSIGNED, user
    _keep(found, "status", "assigned_to")
    remind_soon()


@transaction.atomic
def answer(found: GuidanceRequest, user: Any, text: str, token: uuid.UUID) -> None:
    """Raises MovedOnError where it is closed, PersonalDataFound."""
    if _is_sent(found, token):
        return
    found = _locked(found, *OPEN, Status.ANSWERED)
    GuidanceMessage.objects.create(request=found, side=Side.FORUM, text=text, token=token)
    if not members_of_forum().filter(pk=found.assigned_to_id).exists():
        found.assigned_to = user
    found.status = Status.ANSWERED
    found.answered_at = found.answered_at or clock.now()
    _keep(found, "status", "assigned_to", "answered_at")
    remind_soon()


@transaction.atomic
def ask_further(found: GuidanceRequest, text: str, token: uuid.UUID) -> None:
    """The clock starts anew. Raises MovedOnError where it is closed, PersonalDataFound."""
    if _is_sent(found, token):
        return
    found = _locked(found, *OPEN, Status.ANSWERED)
    GuidanceMessage.objects.create(request=found, side=Side.REQUESTER, text=text, token=token)
    if found.status == Status.ANSWERED:
        found.status = Status.ASSIGNED
        found.reply_by = reply_by(clock.today(), found.urgency)
    _keep(found, "status", "reply_by")
    remind_soon()


@transaction.atomic
def give_feedback(found: GuidanceRequest, is_useful: bool, text: str) -> None:
    """Raises MovedOnError before there is an answer, PersonalDataFound."""
    found = _locked(found, *Status)
    if found.answered_at is None:
        raise MovedOnError
    found.is_useful, found.feedback = is_useful, text
    _keep(found, "is_useful", "feedback")


@transaction.atomic
def register(found: GuidanceRequest, registry_number: str, answer_registry_number: str) -> None:
    """Raises PersonalDataFound."""
    found = _locked(found, *Status)
    found.registry_number, found.answer_registry_number = registry_number, answer_registry_number
    _keep(found, "registry_number", "answer_registry_number")


@transaction.atomic
def close(found: GuidanceRequest) -> None:
    """From now its day stands. Raises MovedOnError where it is closed already."""
    found = _locked(found, Status.NEW, Status.ASSIGNED, Status.ANSWERED)
    found.status, found.closed_at, found.purge_on = Status.CLOSED, clock.now(), removal_day()
    found.save(update_fields=["status", "closed_at", "purge_on"])


def _free_number() -> int:
    while GuidanceRequest.objects.filter(number=(number := new_number())).exists():
        continue
    return number


def _keep(found: GuidanceRequest, *fields: str) -> None:
    """What happens moves the day of removal, until the request is closed; what is said of a closed one does not."""
    if not found.is_closed:
        found.purge_on = removal_day()
    found.save(update_fields=[*fields, "purge_on"])


def _locked(found: GuidanceRequest, *statuses: str) -> GuidanceRequest:
    """Raises MovedOnError also where it was withdrawn."""
    row = GuidanceRequest.objects.select_for_update().filter(pk=found.pk).first()
    if row is None or row.status not in statuses:
        raise MovedOnError
    return row


def _is_sent(found: GuidanceRequest, token: uuid.UUID) -> bool:
    # Whoever sends the same at the same moment comes second here.
    _locked(found, *Status)
    return GuidanceMessage.objects.filter(request=found, token=token).exists()
