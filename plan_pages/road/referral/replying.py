"""Entering what a body replied, and what was done about it. Possible until the round is closed, also after its day."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from handslag import clock
from plan_pages.road.event import EventKind, tell
from plan_pages.road.moving import MovedOnError
from plan_pages.road.referral.files import keep_file
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.road.referral.sending import round_for_change
from plan_pages.road.table import Action


@dataclass(frozen=True)
class Replied:
    """`file` None leaves the one that is there; `drops_file` takes it away."""

    received_on: datetime.date
    declines: bool = False
    stance: str = ""
    text: str = ""
    registry_number: str = ""
    file: "File[Any] | None" = None
    drops_file: bool = False


def version_of(reply: ReferralReply | None) -> str:
    """What a form carries, so that two who enter the same reply find out."""
    return reply.entered_at.isoformat() if reply is not None else ""


@transaction.atomic
def enter(body: ReferralBody, user: Any, replied: Replied, seen: str) -> ReferralReply:
    """The first time or anew; what was changed after it was handled waits to be handled again.

    Raises NotAllowedError, MovedOnError, ValidationError, PersonalDataFound.
    """
    standing = _standing(body, user)
    reply = _reply_of(standing, body)
    if version_of(reply) != seen:
        raise MovedOnError
    _refuse_day(standing, replied.received_on)
    is_new = reply is None
    reply = reply or ReferralReply(body=body)
    old_file = reply.file if replied.file or replied.drops_file else None
    reply.received_on, reply.declines = replied.received_on, replied.declines
    reply.stance, reply.text = replied.stance.strip(), replied.text.strip()
    reply.registry_number = replied.registry_number.strip()
    reply.entered_at, reply.entered_by = clock.now(), user
    reply.handled_at = reply.handled_by = None
    if old_file is not None:
        reply.file = None
    if replied.file is not None:
        reply.file = keep_file(replied.file, body.name, user)
    reply.full_clean()
    reply.save()
    if old_file is not None:
        old_file.delete()
    if is_new:
        tell(
            standing.matter,
            EventKind.REPLIED,
            user,
            text=body.name,
            round=standing.pk,
            declines=reply.declines,
            late=reply.received_on > standing.deadline,
        )
    return reply


@transaction.atomic
def handle(body: ReferralBody, user: Any, handling: str, seen: str) -> None:
    """Say what was done about a reply: what was changed, or why nothing was.

    Raises NotAllowedError, MovedOnError, ValidationError, PersonalDataFound.
    """
    reply = _reply_of(_standing(body, user), body)
    if reply is None or version_of(reply) != seen or reply.declines:
        raise MovedOnError
    if not handling.strip():
        raise ValidationError({"handling": _("Say what was changed because of it, or why nothing was.")})
    reply.handling = handling.strip()
    reply.handled_at, reply.handled_by = clock.now(), user
    reply.save()


def _standing(body: ReferralBody, user: Any) -> ReferralRound:
    """Replies come also while the text is back in drafting, so it is not asked whether it is out just now."""
    standing = round_for_change(body.round.matter, user, Action.PREPARE)
    if body.round_id != standing.pk:
        raise MovedOnError
    return standing


def _reply_of(standing: ReferralRound, body: ReferralBody) -> ReferralReply | None:
    if not standing.bodies.filter(pk=body.pk).exists():
        raise MovedOnError
    return ReferralReply.objects.filter(body=body).first()


def _refuse_day(standing: ReferralRound, received_on: datetime.date) -> None:
    if received_on > clock.today():
        raise ValidationError({"received_on": _("The reply cannot have come after today.")})
    if received_on < standing.opened_on:
        raise ValidationError({"received_on": _("The reply cannot have come before the text was sent out.")})
