"""Mail about a restricted page goes only to people it is meant for, and does not name it; a superuser gets none by mere
power.

Wagtail writes when a workflow or a task is submitted, when a workflow is approved or rejected (never when it is
cancelled), and about comments.
"""

import logging
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.admin.mail import (
    EmailNotificationMixin,
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
)
from wagtail.admin.views.pages import edit
from wagtail.models import Page, PageSubscription, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from handslag.access.effective import restriction_of, users_who_may_see
from handslag.access.mail_without_words import tell
from handslag.access.seen_tree import wrap
from handslag.logs import notifications

logger = logging.getLogger(__name__)


class ToThoseWhoMaySee(EmailNotificationMixin):
    def get_valid_recipients(self, instance: Any, **kwargs: Any) -> set[Any]:
        people = super().get_valid_recipients(instance, **kwargs)
        if isinstance(instance, TaskState) and getattr(instance.task.specific, "reminds_by_itself", False):
            return set()
        state = instance.workflow_state if isinstance(instance, TaskState) else instance
        page = state.content_object
        if not isinstance(page, Page):
            return set(people)
        return set(_of_those_who_may_see(people, page))

    def send_notifications(
        self, template_set: Any, context: dict[str, Any], recipients: Iterable[Any], **kwargs: Any
    ) -> bool:
        page = context["object"]
        if isinstance(page, Page) and restriction_of(page).is_restricted:
            return tell(recipients, page, self.notification)
        return bool(super().send_notifications(template_set, context, recipients, **kwargs))


def _of_those_who_may_see(people: Iterable[Any], page: Page) -> list[Any]:
    wanted = get_user_model()._default_manager.filter(pk__in=[person.pk for person in people])
    allowed = set(users_who_may_see(wanted, page).values_list("pk", flat=True))
    return [person for person in people if person.pk in allowed]


def _about_comments(original: Any, recipients: Iterable[Any], event: str, context: dict[str, Any]) -> bool:
    """Whoever took part in a thread is written to, also when the page was closed to them since. The comments are
    saved by now: a mail server that does not answer must not turn that into an error page."""
    page = context["page"]
    people = _of_those_who_may_see(recipients, page)
    if restriction_of(page).is_restricted:
        return tell([person for person in people if _wants(person, event)], page, event)
    try:
        return bool(original(people, event, context))
    except OSError as error:
        logger.warning("Mails about page %s were not sent: %s", page.pk, type(error).__name__)
        return False


def _wants(person: Any, event: str) -> bool:
    profile = UserProfile.get_for_user(person)
    return bool(person.is_active and person.email and getattr(profile, f"{event}_notifications"))


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
    wrap(edit, "send_notification", _about_comments)
    notifications.connect()
