"""What the referral and the proposals put into the decision pack."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from plan_pages.pdf.pack import Proposal, ProposalsPart, ReferralPart, ReferralRound, Reply
from plan_pages.proposals.of_matter import MatterProposals
from plan_pages.road.referral.summary import BodySummary, ReferralSummary


def referral_part(summary: ReferralSummary) -> ReferralPart | None:
    """None where nobody was asked."""
    if not summary.rounds:
        return None
    rounds = [
        ReferralRound(one.opened_on, one.deadline, [_reply(body) for body in one.bodies])
        for one in summary.rounds
    ]
    return ReferralPart(rounds, "\n\n".join(one.summary for one in summary.rounds if one.summary))


def proposals_part(proposals: MatterProposals) -> ProposalsPart | None:
    """None where nothing was answered in this matter."""
    lines = list(_answered(proposals))
    return ProposalsPart(lines) if lines else None


def _reply(body: BodySummary) -> Reply:
    said = [str(body.state.label), body.stance, body.reply]
    return Reply(body.name, ". ".join(part for part in said if part), body.registry_number, body.handling)


def _answered(proposals: MatterProposals) -> Iterator[Proposal]:
    answered: tuple[tuple[str, Any], ...] = (
        (_("Taken up"), proposals.taken_up),
        (_("Not taken up"), proposals.declined),
    )
    for word, lines in answered:
        for line in lines:
            yield Proposal(line.section, line.text, word, line.answer)
