"""Which proposals wait and what the others were answered: a question to the rows, never a stored flag.

A proposal that was taken up in a matter the board rejected waits again: its wish was heard and did not come into any
edition. The answer stays with the rejected matter. What was declined was declined whatever became of the draft.
"""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from plan_pages.editions.series import EditionSeries
from plan_pages.proposals.model import ProposalAnswer, RevisionProposal, Verdict
from plan_pages.road.matter import Ending

STANDS = Q(verdict=Verdict.DECLINED) | ~Q(matter__ending=Ending.REJECTED)


def standing_answers() -> QuerySet[ProposalAnswer]:
    """At most one per proposal: whoever answers looks first (`answering`)."""
    return ProposalAnswer.objects.filter(STANDS)


def waiting() -> QuerySet[RevisionProposal]:
    """In all series, the oldest first."""
    return RevisionProposal.objects.filter(~Exists(standing_answers().filter(proposal=OuterRef("pk"))))


def waiting_in(series: EditionSeries) -> QuerySet[RevisionProposal]:
    return waiting().filter(series=series)


def with_answers(proposals: QuerySet[RevisionProposal]) -> QuerySet[RevisionProposal]:
    """Two more questions for all of them; `answer_of` then asks none."""
    answers = ProposalAnswer.objects.select_related("matter__edition")
    return proposals.prefetch_related(Prefetch("answers", answers))


def answer_of(proposal: RevisionProposal) -> ProposalAnswer | None:
    """The answer that stands; None while the proposal waits."""
    return next((one for one in proposal.answers.all() if stands(one)), None)


def stands(answer: ProposalAnswer) -> bool:
    return answer.verdict == Verdict.DECLINED or answer.matter.ending != Ending.REJECTED
