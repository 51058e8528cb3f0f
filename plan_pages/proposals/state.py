"""How a proposal stands, in words for whoever raised it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plan_pages.proposals.model import RevisionProposal, Verdict
from plan_pages.proposals.standing import answer_of


@dataclass(frozen=True)
class ProposalState:
    """`kind` as in the component status; `answer` are the editors' words, `note` the program's."""

    label: str
    kind: str
    answer: str = ""
    note: str = ""


def state_of(proposal: RevisionProposal) -> ProposalState:
    """Asks nothing of the database after `standing.with_answers`."""
    answer = answer_of(proposal)
    if answer is None:
        again = proposal.answers.all()
        note = _("It was taken up in a draft that was rejected, so it waits again.") if again else ""
        return ProposalState(_("Waits for an answer"), "waiting", note=note)
    if answer.verdict == Verdict.DECLINED:
        return ProposalState(_("Not taken up"), "neutral", answer.text)
    if answer.matter.edition is not None:
        label = _("Taken up in edition %(number)s") % {"number": str(answer.matter.edition.number)}
        return ProposalState(label, "success", answer.text)
    return ProposalState(
        _("Taken up in the draft"), "info", answer.text, _("What becomes of the draft is decided later.")
    )
