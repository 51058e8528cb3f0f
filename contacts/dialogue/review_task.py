"""The log's one step: a second person reads and approves, and that publishes the entry."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, TaskState, WorkflowState

from handslag.access.visibility import may_see
from handslag.reminders.soon import remind_soon


class SecondReaderTask(AbstractGroupApprovalTask):
    """All rules hold in `on_action`; the buttons only follow them. Superusers too are barred from their own text."""

    # Wagtail's mail to the whole group would carry the entry's title; the house's reminders ask who may know it.
    reminds_by_itself = True

    class Meta:
        verbose_name = _lazy("second reader of the dialogue log")
        verbose_name_plural = _lazy("second readers of the dialogue log")

    @classmethod
    def get_description(cls) -> str:
        return _("Somebody who wrote nothing in the entry reads and approves it, or returns it.")

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        task_state: TaskState = super().start(workflow_state, user=user)
        remind_soon()
        return task_state

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        actions = super().get_actions(obj, user) if may_see(user, obj) else []
        if user.pk in writers_of(obj):
            return [action for action in actions if action[0] != "approve"]
        return list(actions)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Raises PermissionDenied for who may not do it; then nothing was changed."""
        page = task_state.workflow_state.content_object
        if action_name not in {name for name, _label, _asks in self.get_actions(page, user)}:
            raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)


def writers_of(page: Page) -> set[int]:
    """Who submitted the text or saved a version since the one that readers see."""
    content_type, pk = page.cached_content_type, str(page.pk)
    versions = Revision.objects.filter(content_type=content_type, object_id=pk, user__isnull=False)
    if page.live_revision_id:
        versions = versions.filter(pk__gt=page.live_revision_id)
    submitted = WorkflowState.objects.active().filter(
        content_type=content_type, object_id=pk, requested_by__isnull=False
    )
    return {
        *versions.values_list("user", flat=True),
        *submitted.values_list("requested_by", flat=True),
    }


def waiting_for(user: Any) -> models.QuerySet[TaskState]:
    """What is in the log's step now and belongs to one of the person's groups."""
    return TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__in=SecondReaderTask.objects.filter(groups__in=user.groups.all()).values("task_ptr"),
    ).select_related("workflow_state")
