"""What the board sees of the proposals: which were taken up, which were not and why, which wait. Names nobody."""

import datetime
from dataclasses import dataclass

from handslag.revision_proposals import title_of
from plan_pages.proposals.model import ProposalAnswer, RevisionProposal, Verdict
from plan_pages.proposals.sections import title_of_section
from plan_pages.proposals.standing import waiting_in
from plan_pages.road.matter import Matter


@dataclass(frozen=True)
class ProposalLine:
    """`source` is what it came from, in words; `answer` "" while it waits, and where one was taken up without words."""

    section: str
    text: str
    why: str
    source: str
    raised_at: datetime.datetime
    answer: str = ""


@dataclass(frozen=True)
class MatterProposals:
    taken_up: tuple[ProposalLine, ...]
    declined: tuple[ProposalLine, ...]
    waiting: tuple[ProposalLine, ...]

    def __bool__(self) -> bool:
        return bool(self.taken_up or self.declined or self.waiting)


def proposals_of(matter: Matter) -> MatterProposals:
    """Two questions however many there are. A closed matter shows its own answers and no longer what waits."""
    answers = (
        ProposalAnswer.objects.filter(matter=matter)
        .select_related("proposal")
        .order_by("proposal__raised_at", "proposal")
    )
    by_verdict: dict[str, list[ProposalLine]] = {verdict: [] for verdict in Verdict.values}
    for answer in answers:
        by_verdict[answer.verdict].append(_line(answer.proposal, answer.text))
    still = [] if matter.is_closed else [_line(proposal) for proposal in waiting_in(matter.series)]
    return MatterProposals(
        tuple(by_verdict[Verdict.TAKEN_UP]), tuple(by_verdict[Verdict.DECLINED]), tuple(still)
    )


def _line(proposal: RevisionProposal, answer: str = "") -> ProposalLine:
    return ProposalLine(
        section=title_of_section(proposal),
        text=proposal.text,
        why=proposal.why,
        source=title_of(proposal.source),
        raised_at=proposal.raised_at,
        answer=answer,
    )
