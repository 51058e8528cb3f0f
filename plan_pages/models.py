"""The app's models; each lives with its feature."""

from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf, EditionRedaction
from plan_pages.editions.participant import EditionParticipant
from plan_pages.editions.register import Commitment, CommitmentEntry
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.registration.models import Registration

__all__ = [
    "ActionPlanPage",
    "Commitment",
    "CommitmentEntry",
    "Decision",
    "Edition",
    "EditionLeaf",
    "EditionParticipant",
    "EditionRedaction",
    "EditionSeries",
    "Registration",
]
