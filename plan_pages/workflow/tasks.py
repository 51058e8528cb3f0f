"""The three tasks. Each is Wagtail's hooks only; what is allowed and what follows is asked of `plan_pages.road`.

All rules hold in `on_action`, from the task state: a button, a form or an address decides nothing (platform: §4).
"""

from typing import Any, ClassVar, cast

from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.models import AbstractGroupApprovalTask, TaskState, WorkflowState

from plan_pages.editions.series import EditionSeries
from plan_pages.pages.decided import DecidedPage
from plan_pages.road import moving, opining, recording, referring
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.rules import may, may_see
from plan_pages.road.table import Action
from plan_pages.workflow.locks import StandsStillLock
from plan_pages.workflow.record_form import RecordForm

APPROVE, RETURN, WITHDRAW = "approve", "reject", "withdraw"


class RoadTask(AbstractGroupApprovalTask):
    """What the three have in common: one locked matter per act, a text that stands still, and no stock approval."""

    lock_class = StandsStillLock
    # Those whose turn it is are told by the house's reminders, and the whole group is not.
    reminds_by_itself = True

    class Meta:
        abstract = True

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        with transaction.atomic():
            matter = moving.locked(matter_of(workflow_state))
            task_state = super().start(workflow_state, user=user)
            self.enter(matter, workflow_state, task_state, user)
        return task_state

    def enter(self, matter: Matter, workflow_state: WorkflowState, task_state: TaskState, user: Any) -> None:
        """What beginning this step means for the matter."""
        raise NotImplementedError

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **data: Any) -> None:
        """Raises NotAllowedError, MovedOnError, TextMovedError, ValidationError; then nothing was changed."""
        matter = moving.locked(matter_of(task_state.workflow_state))
        current = current_state(task_state)
        if action_name == WITHDRAW:
            moving.withdraw(matter, user, str(data.get("comment", "")))
            cancel(current, user)
            return
        self.act(matter, current, user, action_name, data)

    def act(
        self, matter: Matter, task_state: TaskState, user: Any, action_name: str, data: dict[str, Any]
    ) -> None:
        raise NotImplementedError

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return True

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return False

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return may_see(user)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        return []

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet[TaskState]:
        """Wagtail's own list of what waits; each is asked for, there are as many as there are plans."""
        waiting = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        mine = [one.pk for one in waiting if self.get_actions(one.workflow_state.content_object, user)]
        return TaskState.objects.filter(pk__in=mine)


class FourEyesReviewTask(RoadTask):
    """Somebody who changed nothing since the latest decision, and did not submit it, approves the text."""

    class Meta:
        verbose_name = _lazy("review by a second person")
        verbose_name_plural = _lazy("reviews by a second person")

    @classmethod
    def get_description(cls) -> str:
        return _("Somebody who changed nothing since the latest decision approves the text or returns it.")

    def enter(self, matter: Matter, workflow_state: WorkflowState, task_state: TaskState, user: Any) -> None:
        moving.put_in_review(matter, workflow_state, task_state.revision, user)

    def act(
        self, matter: Matter, task_state: TaskState, user: Any, action_name: str, data: dict[str, Any]
    ) -> None:
        text, seen = str(data.get("comment", "")), str(data.get("seen", ""))
        if action_name == APPROVE:
            moving.approve(matter, user, text, seen)
            pass_on(task_state, user, text)
        elif action_name == RETURN:
            moving.give_back(matter, user, text, seen)
            task_state.reject(user=user, comment=text)
        else:
            raise unknown(action_name)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        matter = open_matter_of(obj)
        if matter is None:
            return []
        offered = (
            (Action.RETURN, RETURN, _("Return it to drafting")),
            (Action.APPROVE, APPROVE, _("Approve")),
        )
        return [(name, label, True) for action, name, label in offered if may(user, action, matter)]


class ReferralTask(RoadTask):
    """The text is out with other bodies; passed on when every reply is handled, or at once where none is asked."""

    class Meta:
        verbose_name = _lazy("referral")
        verbose_name_plural = _lazy("referrals")

    @classmethod
    def get_description(cls) -> str:
        return _("Other bodies are asked; the text goes on when the time is over and every reply is handled.")

    def enter(self, matter: Matter, workflow_state: WorkflowState, task_state: TaskState, user: Any) -> None:
        moving.put_on_referral(matter)
        if not referring.is_needed(matter):
            referring.pass_by(matter, user)
            task_state.status = TaskState.STATUS_SKIPPED
            task_state.save()

    def act(
        self, matter: Matter, task_state: TaskState, user: Any, action_name: str, data: dict[str, Any]
    ) -> None:
        if action_name != APPROVE:
            raise unknown(action_name)
        referring.close(matter, user)
        pass_on(task_state, user, "")


class BoardDecisionTask(RoadTask):
    """The text is frozen for everyone; what the body decided is recorded on the pages under /beslut/."""

    opinions = models.BooleanField(
        _lazy("members may leave an opinion"),
        default=False,
        help_text=_lazy("Shown to the board and in the history. It is no vote and binds nobody."),
    )

    admin_form_fields: ClassVar[list[str]] = [*AbstractGroupApprovalTask.admin_form_fields, "opinions"]

    class Meta:
        verbose_name = _lazy("decision of the board")
        verbose_name_plural = _lazy("decisions of the board")

    @classmethod
    def get_description(cls) -> str:
        return _("The text is frozen until what the board decided is recorded.")

    def enter(self, matter: Matter, workflow_state: WorkflowState, task_state: TaskState, user: Any) -> None:
        moving.put_before_board(matter)

    def act(
        self, matter: Matter, task_state: TaskState, user: Any, action_name: str, data: dict[str, Any]
    ) -> None:
        """`record` takes the fields of RecordForm, read anew here; others are opinions and the board's changes."""
        seen = str(data.pop("seen", "") or "")
        match action_name:
            case "record":
                form = RecordForm({name: _as_posted(value) for name, value in data.items()})
                if not form.is_valid():
                    raise ValidationError(dict(form.errors.as_data()))
                recording.record(matter, user, form.save(commit=False), seen)
            case "opine":
                opining.opine(matter, user, str(data.get("stance", "")), str(data.get("text", "")), seen)
            case "take_over":
                recording.take_over(matter, user)
            case "send_to_check":
                recording.send_to_check(matter, user)
            case "return_amendment":
                recording.return_amendment(matter, user, str(data.get("comment", "")))
            case "confirm_amendment":
                recording.confirm_amendment(matter, user, seen)
            case _:
                raise unknown(action_name)
        _follow(matter, task_state, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Open only to the one who enters what the board changed."""
        matter = open_matter_of(obj)
        return matter is None or not may(user, Action.AMEND, matter)


def matter_of(workflow_state: WorkflowState) -> Matter:
    """The matter of the page that the workflow is about. Raises ImproperlyConfigured for pages that are no plan."""
    page = workflow_state.content_object
    page = page.specific if page is not None else None
    series = page.series if isinstance(page, DecidedPage) else None
    if page is None or series is None or series.page_id != page.pk:
        raise ImproperlyConfigured("The steps of a plan's workflow are for a plan's own page only.")
    return moving.open_matter(series)


def open_matter_of(page: Any) -> Matter | None:
    """Nothing is begun by asking."""
    series = EditionSeries.objects.filter(page_id=page.pk)
    return Matter.objects.exclude(stage=Stage.CLOSED).filter(series__in=series).first()


def current_state(task_state: TaskState) -> TaskState:
    """The task state as it is now. Raises MovedOnError where it is finished or not the workflow's present step."""
    row = TaskState.objects.select_for_update().select_related("workflow_state").get(pk=task_state.pk)
    flow = row.workflow_state
    if (
        row.status != TaskState.STATUS_IN_PROGRESS
        or flow.status != WorkflowState.STATUS_IN_PROGRESS
        or flow.current_task_state_id != row.pk
    ):
        raise moving.MovedOnError
    return cast("TaskState", row.specific)


def pass_on(task_state: TaskState, user: Any, comment: str) -> None:
    """To the step after this one. By place and not by Wagtail's search for what is unapproved: that a text was
    approved is held by its digest, and another saved draft must not lead round in circles."""
    task_state.approve(user=user, update=False, comment=comment)
    flow = task_state.workflow_state
    steps = list(flow.workflow.workflow_tasks.filter(task__active=True).order_by("sort_order"))
    places = [step.task_id for step in steps]
    later = steps[places.index(task_state.task_id) + 1 :] if task_state.task_id in places else steps
    for step in later:
        flow.current_task_state = step.task.specific.start(flow, user=user)
        flow.save()
        if flow.current_task_state.status == TaskState.STATUS_IN_PROGRESS:
            return
    flow.finish(user=user)


def cancel(task_state: TaskState, user: Any) -> None:
    task_state.workflow_state.cancel(user=user)


def unknown(action_name: str) -> PermissionDenied:
    """An old page, or an address that somebody made up."""
    return PermissionDenied(_("This cannot be done in the step where the matter stands; look at it anew."))


def _follow(matter: Matter, task_state: TaskState, user: Any) -> None:
    """Wagtail's rows follow the matter: adopted is finished, sent back or rejected is cancelled."""
    if matter.edition_id is not None:
        task_state.approve(user=user, update=False)
        task_state.workflow_state.finish(user=user)
    elif matter.stage in (Stage.DRAFTING, Stage.CLOSED):
        task_state.reject(user=user, update=False)
        cancel(task_state, user)


def _as_posted(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value
