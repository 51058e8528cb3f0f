"""The app's models; each lives with its feature."""

from plan_pages.correcting.correction.models import CorrectedFact, Correction, CorrectionTarget
from plan_pages.correcting.repeal.models import Repeal, RepealDecision
from plan_pages.editions.currency import CurrencyReview
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf, EditionRedaction
from plan_pages.editions.participant import EditionParticipant
from plan_pages.editions.register import Commitment, CommitmentEntry
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.proposals.model import ProposalAnswer, RevisionProposal
from plan_pages.registration.models import Registration
from plan_pages.road.amendment import Amendment
from plan_pages.road.authorship import Authorship
from plan_pages.road.event import RoadEvent
from plan_pages.road.matter import Matter
from plan_pages.road.opinion import Opinion
from plan_pages.road.preparation import GuestReviewer, PromiseMatch, SectionReason
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.road.review import Review
from plan_pages.workflow.tasks import BoardDecisionTask, FourEyesReviewTask, ReferralTask

__all__ = [
    "ActionPlanPage",
    "Amendment",
    "Authorship",
    "BoardDecisionTask",
    "Commitment",
    "CommitmentEntry",
    "CorrectedFact",
    "Correction",
    "CorrectionTarget",
    "CurrencyReview",
    "Decision",
    "Edition",
    "EditionLeaf",
    "EditionParticipant",
    "EditionRedaction",
    "EditionSeries",
    "FourEyesReviewTask",
    "GuestReviewer",
    "Matter",
    "Opinion",
    "PromiseMatch",
    "ProposalAnswer",
    "ReadingKey",
    "RecordedDecision",
    "ReferralBody",
    "ReferralReply",
    "ReferralRound",
    "ReferralTask",
    "Registration",
    "Repeal",
    "RepealDecision",
    "Review",
    "RevisionProposal",
    "RoadEvent",
    "SectionReason",
]
