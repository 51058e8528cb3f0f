"""Mail about a restricted page goes only to people it is meant for; a superuser gets none by mere power."""

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.admin.mail import (
    EmailNotificationMixin,
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
)
from wagtail.models import Page, PageSubscription, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from handslag.access.effective import users_who_may_see


class ToThoseWhoMaySee(EmailNotificationMixin):
    def get_valid_recipients(self, instance: Any, **kwargs: Any) -> set[Any]:
        people = super().get_valid_recipients(instance, **kwargs)
        if isinstance(instance, TaskState) and getattr(instance.task.specific, "reminds_by_itself", False):
            return set()
        state = instance.workflow_state if isinstance(instance, TaskState) else instance
        page = state.content_object
        if not isinstance(page, Page):
            return set(people)
        wanted = get_user_model()._default_manager.filter(pk__in=[person.pk for person in people])
        allowed = set(users_who_may_see(wanted, page).values_list("pk", flat=True))
        return {person for person in people if person.pk in allowed}


class TaskSubmitted(ToThoseWhoMaySee, GroupApprovalTaskStateSubmissionEmailNotifier):
    pass


class WorkflowSubmitted(ToThoseWhoMaySee, WorkflowStateSubmissionEmailNotifier):
    pass


class WorkflowApproved(ToThoseWhoMaySee, WorkflowStateApprovalEmailNotifier):
    pass


class WorkflowRejected(ToThoseWhoMaySee, WorkflowStateRejectionEmailNotifier):
    pass


# Wagtail's receivers by the names it connects them under; ours take their place.
_RECEIVERS: tuple[tuple[Any, type, Any, str], ...] = (
    (task_submitted, TaskState, TaskSubmitted(), "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, WorkflowSubmitted(), "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, WorkflowRejected(), "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, WorkflowApproved(), "workflow_state_approved_email_notification"),
)


def end_subscriptions(page: Page) -> None:
    """Who may no longer see a page gets no mail about its comments: the subscription ends when the rule is set."""
    users = get_user_model()._default_manager
    for below in page.get_descendants(inclusive=True):
        allowed = users_who_may_see(users.all(), below)
        PageSubscription.objects.filter(page_id=below.pk).exclude(user_id__in=allowed.values("pk")).delete()


def connect() -> None:
    """A dispatch_uid is taken once: Wagtail, whose app is ready after ours, then leaves the place as it finds it."""
    for signal, sender, receiver, name in _RECEIVERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(receiver, sender=sender, dispatch_uid=name)
