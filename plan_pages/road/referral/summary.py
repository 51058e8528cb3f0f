"""What the board is told of the referral, as plain data: no e-mail addresses, no names of accounts."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from plan_pages.road.matter import Matter
from plan_pages.road.referral.round import ReferralBody, ReferralRound


class BodyState(TextChoices):
    ANSWERED = "answered", _("has answered")
    DECLINED = "declined", _("does not answer")
    WAITING = "waiting", _("has not answered yet")
    SILENT = "silent", _("no reply came")


@dataclass(frozen=True)
class BodySummary:
    """`reply` "" where there is nothing but a file."""

    name: str
    state: BodyState
    received_on: datetime.date | None = None
    is_late: bool = False
    stance: str = ""
    reply: str = ""
    registry_number: str = ""
    handling: str = ""
    has_file: bool = False


@dataclass(frozen=True)
class RoundSummary:
    """`is_same_text`: what the bodies saw is what the matter is about now; None while the text moves."""

    title: str
    digest: str
    is_same_text: bool | None
    opened_on: datetime.date
    deadline: datetime.date
    closed_on: datetime.date | None
    summary: str
    bodies: tuple[BodySummary, ...]

    @property
    def asked(self) -> int:
        return len(self.bodies)

    @property
    def answered(self) -> int:
        return self._number(BodyState.ANSWERED)

    @property
    def declined(self) -> int:
        return self._number(BodyState.DECLINED)

    @property
    def no_reply(self) -> int:
        return self._number(BodyState.SILENT) + self._number(BodyState.WAITING)

    @property
    def late(self) -> int:
        return sum(body.is_late for body in self.bodies)

    def _number(self, state: BodyState) -> int:
        return sum(body.state == state for body in self.bodies)


@dataclass(frozen=True)
class ReferralSummary:
    """Oldest round first. `no_referral_reason` where the text was not sent out."""

    rounds: tuple[RoundSummary, ...] = ()
    no_referral_reason: str = ""

    def __bool__(self) -> bool:
        return bool(self.rounds or self.no_referral_reason)


def referral_summary(matter: Matter) -> ReferralSummary:
    """Two questions to the database, however many rounds."""
    rounds = matter.referral_rounds.order_by("opened_at", "pk").prefetch_related("bodies__reply")
    reason = matter.no_referral_reason if matter.asks_referral is False else ""
    return ReferralSummary(tuple(_round(one, matter) for one in rounds), reason)


def counts_of(standing: ReferralRound) -> dict[str, Any]:
    """The figures of one round, for the history."""
    found = _round(standing, standing.matter)
    return {
        "asked": found.asked,
        "answered": found.answered,
        "declined": found.declined,
        "no_reply": found.no_reply,
        "late": found.late,
    }


def state_of(body: ReferralBody, standing: ReferralRound) -> BodyState:
    if hasattr(body, "reply"):
        return BodyState.DECLINED if body.reply.declines else BodyState.ANSWERED
    return BodyState.SILENT if standing.is_closed or standing.is_over else BodyState.WAITING


def _round(standing: ReferralRound, matter: Matter) -> RoundSummary:
    return RoundSummary(
        title=standing.title,
        digest=standing.digest,
        is_same_text=standing.digest == matter.digest if matter.digest else None,
        opened_on=standing.opened_on,
        deadline=standing.deadline,
        closed_on=localtime(standing.closed_at).date() if standing.closed_at else None,
        summary=standing.summary,
        bodies=tuple(_bodies(standing, standing.bodies.all())),
    )


def _bodies(standing: ReferralRound, bodies: Iterable[ReferralBody]) -> Iterable[BodySummary]:
    for body in bodies:
        state = state_of(body, standing)
        if not hasattr(body, "reply"):
            yield BodySummary(body.name, state)
            continue
        reply = body.reply
        yield BodySummary(
            name=body.name,
            state=state,
            received_on=reply.received_on,
            is_late=reply.received_on > standing.deadline,
            stance=reply.stance,
            reply=reply.text,
            registry_number=reply.registry_number,
            handling=reply.handling if reply.handled_at else "",
            has_file=reply.file_id is not None,
        )
