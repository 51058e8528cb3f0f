"""A matter from stage to stage. Each step is one transaction on a locked row; the workflow's tasks call them."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState

from handslag import clock
from plan_pages.editions.series import EditionSeries
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import AT_STAKE, Ending, Matter, Stage
from plan_pages.road.missing import Missing, missing
from plan_pages.road.review import Review, Verdict
from plan_pages.road.rules import may
from plan_pages.road.table import Action
from plan_pages.road.text import digest_of_text, text_at_stake, text_of, unfinished_at_stake


class NotAllowedError(PermissionDenied):
    """Carries the sentence for the person: what bars them and who may act instead."""


class MovedOnError(ValidationError):
    """Somebody was faster, or the page is old."""

    def __init__(self) -> None:
        super().__init__(_("The matter has moved on since you opened this page; look at it anew."))


def open_matter(series: EditionSeries) -> Matter:
    """The series' open matter; begun where there is none."""
    return Matter.objects.exclude(stage=Stage.CLOSED).get_or_create(series=series)[0]


def locked(matter: Matter) -> Matter:
    """The row as it is now, for this transaction only. Where two act at once the second sees what the first did."""
    return Matter.objects.select_for_update().select_related("series").get(pk=matter.pk)


def require(user: Any, action: Action, matter: Matter) -> None:
    """Raises NotAllowedError with the sentence."""
    if not (answer := may(user, action, matter)):
        raise NotAllowedError(answer.why_not)


def require_seen(matter: Matter, seen: str) -> None:
    """`seen` is the digest on the person's page; "" where the page carries none. Raises MovedOnError."""
    if seen and seen != matter.digest:
        raise MovedOnError


def put_in_review(matter: Matter, workflow_state: WorkflowState, revision: Revision, user: Any) -> None:
    """From here on the text stands still. Raises NotAllowedError; `user` None is code without a person."""
    if user is not None:
        require(user, Action.SUBMIT, matter)
    matter.workflow_state = workflow_state
    matter.revision = revision
    matter.digest = digest_of_text(text_of(revision))
    matter.submitted_by, matter.submitted_at = user, clock.now()
    _enter(matter, Stage.REVIEW)
    tell(matter, EventKind.SUBMITTED, user, digest=matter.digest)


def approve(matter: Matter, user: Any, text: str = "", seen: str = "") -> None:
    """Raises NotAllowedError, MovedOnError, TextMovedError, and ValidationError while something is missing."""
    require(user, Action.APPROVE, matter)
    require_seen(matter, seen)
    if lacking := missing_of(matter):
        raise ValidationError([one.sentence for one in lacking])
    Review.objects.create(matter=matter, reviewer=user, digest=matter.digest, verdict=Verdict.APPROVED)
    tell(matter, EventKind.APPROVED, user, text=text, digest=matter.digest)


def give_back(matter: Matter, user: Any, text: str, seen: str = "") -> None:
    """The reviewer's no. Raises NotAllowedError, MovedOnError, ValidationError without a word why."""
    require(user, Action.RETURN, matter)
    require_seen(matter, seen)
    if not text.strip():
        raise ValidationError(_("Say what should be changed, so that the editor can do it."))
    Review.objects.create(matter=matter, reviewer=user, digest=matter.digest, verdict=Verdict.RETURNED)
    tell(matter, EventKind.RETURNED, user, text=text, digest=matter.digest)
    to_drafting(matter)


def withdraw(matter: Matter, user: Any, text: str = "") -> None:
    """Back to drafting by an editor. Raises NotAllowedError; ValidationError where a body has decided already."""
    require(user, Action.WITHDRAW, matter)
    if matter.decisions.filter(meeting_round=matter.meeting_round).exists():
        raise ValidationError(_("A body has decided about this text; record what the others decided too."))
    tell(matter, EventKind.WITHDRAWN, user, text=text)
    to_drafting(matter)


def put_before_board(matter: Matter) -> None:
    """Raises NotAllowedError where nobody but its authors has approved this very text, TextMovedError."""
    require_reviewed(matter)
    text_at_stake(matter)
    matter.meeting_round += 1
    _enter(matter, Stage.BOARD)
    tell(matter, EventKind.AT_BOARD, digest=matter.digest, meeting_round=matter.meeting_round)


def put_on_referral(matter: Matter) -> None:
    require_reviewed(matter)
    text_at_stake(matter)
    _enter(matter, Stage.REFERRAL)


def to_drafting(matter: Matter) -> None:
    """The text may move again; what was answered beside it stays."""
    matter.revision, matter.digest = None, ""
    _enter(matter, Stage.DRAFTING)


def to_stage(matter: Matter, stage: Stage) -> None:
    _enter(matter, stage)


def close(matter: Matter, ending: Ending) -> None:
    matter.closed_at, matter.ending = clock.now(), ending
    _enter(matter, Stage.CLOSED)


def ended_elsewhere(matter: Matter, kind: EventKind, user: Any = None) -> None:
    """The workflow was cancelled, finished or deleted by another road: nothing is decided, the draft goes on."""
    if matter.stage in AT_STAKE:
        tell(matter, kind, user)
        to_drafting(matter)


def missing_of(matter: Matter) -> list[Missing]:
    """Of the text at stake; [] when the board may read it. Raises TextMovedError."""
    return missing(matter, text_at_stake(matter), unfinished_at_stake(matter))


def reviewers_of(matter: Matter) -> set[int]:
    """Who approved exactly this text."""
    rows = Review.objects.filter(matter=matter, digest=matter.digest, verdict=Verdict.APPROVED)
    return set(rows.values_list("reviewer_id", flat=True))


def require_reviewed(matter: Matter) -> None:
    """Four eyes on exactly this text, whichever workflow led here. Raises NotAllowedError."""
    if not reviewers_of(matter):
        raise NotAllowedError(
            _("Nobody has reviewed this text; the board reads what a second person approved.")
        )


def _enter(matter: Matter, stage: Stage) -> None:
    matter.stage, matter.stage_since = stage, clock.now()
    matter.save()
