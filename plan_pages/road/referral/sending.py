"""Sending a text out and what follows for the round: each act is one transaction on the locked matter."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from handslag import clock
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter
from plan_pages.road.moving import MovedOnError, locked, require, require_seen
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.road.referral.standing import is_about, latest_round, missing_handling, open_round_of
from plan_pages.road.referral.summary import counts_of
from plan_pages.road.table import Action
from plan_pages.road.text import text_at_stake

# How long a reading address holds after the deadline, unless somebody says otherwise.
READABLE_AFTER = datetime.timedelta(days=30)


@dataclass(frozen=True)
class Invited:
    """`contact` "" where the body gets the text by another road."""

    name: str
    contact: str = ""


@dataclass(frozen=True)
class Letter:
    """What the bodies are told beside the text."""

    deadline: datetime.date
    reply_to: str
    message: str = ""


@transaction.atomic
def choose(matter: Matter, user: Any, asks_referral: bool, reason: str) -> None:
    """Raises NotAllowedError, ValidationError."""
    matter = locked(matter)
    require(user, Action.PREPARE, matter)
    if not asks_referral and open_round_of(matter) is not None:
        raise ValidationError(_("The text is out on referral; close the round when every reply is handled."))
    if not asks_referral and not reason.strip():
        raise ValidationError({"reason": _("Say why the text does not go out on referral.")})
    matter.asks_referral, matter.no_referral_reason = asks_referral, "" if asks_referral else reason.strip()
    matter.save()


@transaction.atomic
def open_round(
    matter: Matter, user: Any, letter: Letter, bodies: Sequence[Invited], seen: str = ""
) -> ReferralRound:
    """Exactly the reviewed text goes out. Raises NotAllowedError, MovedOnError, TextMovedError, ValidationError."""
    matter = locked(matter)
    require(user, Action.REFER, matter)
    require_seen(matter, seen)
    document = text_at_stake(matter)
    _refuse_day(letter.deadline)
    if not bodies:
        raise ValidationError({"bodies": _("Name at least one body that is asked.")})
    _end_earlier(matter, user)
    standing = ReferralRound(
        matter=matter,
        revision=matter.revision,
        digest=matter.digest,
        title=document.title,
        deadline=letter.deadline,
        reply_to=letter.reply_to,
        message=letter.message.strip(),
        opened_at=clock.now(),
        opened_by=user,
    )
    standing.full_clean()
    standing.save()
    _ask(standing, bodies)
    if matter.asks_referral is not True:
        matter.asks_referral, matter.no_referral_reason = True, ""
        matter.save()
    _tell_referred(standing, user, "opened")
    return standing


@transaction.atomic
def invite(matter: Matter, user: Any, bodies: Sequence[Invited]) -> None:
    """More bodies for the round that is out. Raises NotAllowedError, ValidationError."""
    standing = _for_change(matter, user)
    _refuse_taken_back(standing)
    if not bodies:
        raise ValidationError({"bodies": _("Name at least one body that is asked.")})
    _ask(standing, bodies)
    _tell_referred(standing, user, "bodies")


@transaction.atomic
def extend(matter: Matter, user: Any, deadline: datetime.date) -> None:
    """A later day; reading addresses hold as much longer. Raises NotAllowedError, ValidationError."""
    standing = _for_change(matter, user)
    _refuse_day(deadline)
    if deadline <= standing.deadline:
        raise ValidationError({"deadline": _("Choose a day after the one that the bodies were told.")})
    standing.deadline = deadline
    standing.save()
    for body in standing.bodies.all():
        body.keys.filter(withdrawn_at__isnull=True, expires_on__lt=deadline + READABLE_AFTER).update(
            expires_on=deadline + READABLE_AFTER
        )
    _tell_referred(standing, user, "deadline")


@transaction.atomic
def change_body(body: ReferralBody, user: Any, name: str, contact: str) -> None:
    """Raises NotAllowedError, MovedOnError, ValidationError."""
    standing = _for_change(body.round.matter, user)
    row = _body_in(standing, body)
    row.name, row.contact = name.strip(), contact.strip()
    row.full_clean()
    row.save()


@transaction.atomic
def remove_body(body: ReferralBody, user: Any) -> None:
    """One that was named by mistake. Raises NotAllowedError, MovedOnError, ValidationError."""
    standing = _for_change(body.round.matter, user)
    row = _body_in(standing, body)
    if hasattr(row, "reply"):
        raise ValidationError(_("%(body)s has replied and stays.") % {"body": row.name})
    if standing.bodies.count() == 1:
        raise ValidationError(_("A round asks at least one body; add another before you take this one away."))
    row.delete()


@transaction.atomic
def summarise(matter: Matter, user: Any, summary: str) -> None:
    """What the board reads first. Raises NotAllowedError, ValidationError, PersonalDataFound."""
    matter = locked(matter)
    require(user, Action.PREPARE, matter)
    standing = open_round_of(matter)
    if standing is None:
        raise MovedOnError
    standing.summary = summary.strip()
    standing.save()


@transaction.atomic
def send_again(matter: Matter, user: Any, again: bool) -> None:
    """Whether the bodies are asked anew about the changed text. Raises NotAllowedError, MovedOnError."""
    matter = locked(matter)
    require(user, Action.PREPARE, matter)
    latest = latest_round(matter)
    if latest is None:
        raise MovedOnError
    latest.goes_out_again = again
    latest.save()


def end(standing: ReferralRound, user: Any) -> None:
    """In a transaction that holds the matter; whether it may end is asked before."""
    standing.closed_at = clock.now()
    standing.closed_by = user
    standing.save()
    tell(
        standing.matter,
        EventKind.REFERRAL_CLOSED,
        user,
        text=standing.summary,
        round=standing.pk,
        digest=standing.digest,
        **counts_of(standing),
    )


def round_for_change(matter: Matter, user: Any, action: Action) -> ReferralRound:
    """The open round under the matter's lock. Raises NotAllowedError, ValidationError where there is none."""
    matter = locked(matter)
    require(user, action, matter)
    standing = open_round_of(matter)
    if standing is None:
        raise ValidationError(_("No round is open; nothing was changed."))
    standing.matter = matter
    return standing


def _for_change(matter: Matter, user: Any) -> ReferralRound:
    return round_for_change(matter, user, Action.REFER)


def _body_in(standing: ReferralRound, body: ReferralBody) -> ReferralBody:
    row = standing.bodies.filter(pk=body.pk).first()
    if row is None:
        raise MovedOnError
    return row


def _refuse_day(deadline: datetime.date) -> None:
    if deadline <= clock.today():
        raise ValidationError({"deadline": _("Choose a day after today, so that the bodies have time.")})


def _refuse_taken_back(standing: ReferralRound) -> None:
    if not is_about(standing, standing.matter):
        raise ValidationError(_("The bodies were sent another text; send this one out in a new round."))


def _end_earlier(matter: Matter, user: Any) -> None:
    """A changed text may go out anew before the first round's time is over, but no reply is left behind."""
    standing = open_round_of(matter)
    if standing is None:
        return
    if is_about(standing, matter):
        raise ValidationError(_("This text is out on referral already."))
    if lacking := missing_handling(standing):
        raise ValidationError(lacking)
    end(standing, user)


def _ask(standing: ReferralRound, bodies: Sequence[Invited]) -> None:
    for one in bodies:
        body = ReferralBody(round=standing, name=one.name.strip(), contact=one.contact.strip())
        try:
            body.full_clean()
        except ValidationError as refusal:
            sentence = _("%(body)s: %(why)s") % {"body": one.name, "why": " ".join(refusal.messages)}
            raise ValidationError({"bodies": sentence}) from refusal
        body.save()


def _tell_referred(standing: ReferralRound, user: Any, change: str) -> None:
    """`change`: opened, bodies or deadline."""
    tell(
        standing.matter,
        EventKind.REFERRED,
        user,
        round=standing.pk,
        change=change,
        bodies=standing.bodies.count(),
        deadline=standing.deadline.isoformat(),
        digest=standing.digest,
    )
