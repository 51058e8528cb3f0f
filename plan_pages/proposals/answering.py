"""Answering a proposal in the open matter, until that matter goes to the board."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import Person, has_role, is_break_glass
from plan_pages.proposals.model import ProposalAnswer, RevisionProposal, Verdict
from plan_pages.proposals.standing import answer_of
from plan_pages.road import moving
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter
from plan_pages.road.table import EDITORS, Action

WAITS = "waits"
_EVENTS = {
    Verdict.TAKEN_UP: EventKind.TAKEN_UP,
    Verdict.DECLINED: EventKind.DECLINED,
}


class AnsweredMeanwhileError(ValidationError):
    """Somebody else answered after the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody answered this proposal after you opened the page; look at the answer and send yours again."
            )
        )


class AnsweredForGoodError(ValidationError):
    """In a matter that is closed; the answer is a part of what was decided there."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This proposal was answered in a matter that is closed; the answer stays. Raise a new proposal."
            )
        )


def may_answer(user: Person) -> bool:
    """Who sees the list with the names; whether it can be answered now is asked in the act."""
    return is_break_glass(user) or has_role(user, *EDITORS)


@transaction.atomic
def answer(proposal: RevisionProposal, user: Any, verdict: str, text: str, seen: str) -> None:
    """`verdict` is one of Verdict or WAITS, which takes the answer back; `seen` is `version_of` the answer on the page.

    The text must stand as it is answered: what the board reads beside it no longer changes, so the matter must still be
    before the board's step (Action.PREPARE). Raises NotAllowedError, AnsweredMeanwhileError, AnsweredForGoodError,
    ValidationError where a proposal is declined without a reason, PersonalDataFound.
    """
    matter = moving.locked(moving.open_matter(proposal.series))
    moving.require(user, Action.PREPARE, matter)
    proposal = RevisionProposal.objects.select_for_update().get(pk=proposal.pk)
    present = answer_of(proposal)
    if seen != version_of(present):
        raise AnsweredMeanwhileError
    if present is not None and present.matter_id != matter.pk:
        raise AnsweredForGoodError
    if verdict == WAITS:
        _take_back(proposal, present, matter, user)
    else:
        _write(proposal, present, matter, user, Verdict(verdict), text.strip())


def version_of(present: ProposalAnswer | None) -> str:
    """Names an answer as it is now; "" where there is none."""
    return present.answered_at.isoformat() if present is not None else ""


def _write(
    proposal: RevisionProposal,
    present: ProposalAnswer | None,
    matter: Matter,
    user: Any,
    verdict: Verdict,
    text: str,
) -> None:
    if verdict == Verdict.DECLINED and not text:
        raise ValidationError({"text": _("Say why the proposal is not taken up.")})
    row = present or ProposalAnswer(proposal=proposal, matter=matter)
    row.verdict, row.text, row.answered_at, row.answered_by = verdict, text, clock.now(), user
    row.save()
    _tell(_EVENTS[verdict], proposal, matter, user, text)


def _take_back(proposal: RevisionProposal, present: ProposalAnswer | None, matter: Matter, user: Any) -> None:
    """The proposal stands as it was raised; the history keeps that it had an answer."""
    if present is not None:
        present.delete()
        _tell(EventKind.PROPOSED, proposal, matter, user, proposal.text, again=True)


def _tell(
    kind: EventKind, proposal: RevisionProposal, matter: Matter, user: Any, text: str, **data: Any
) -> None:
    tell(
        matter,
        kind,
        user,
        text=text,
        section=proposal.section,
        edition=proposal.edition,
        proposal=proposal.pk,
        **data,
    )
