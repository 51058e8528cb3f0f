"""What happens to a workflow by other roads than ours is followed: cancelled, deleted, rejected by code."""

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.models import WorkflowState
from wagtail.signals import workflow_cancelled, workflow_rejected

from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter
from plan_pages.road.moving import ended_elsewhere


def follow(sender: type, instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    matter = Matter.objects.filter(workflow_state=instance).first()
    if matter is not None:
        ended_elsewhere(matter, EventKind.WITHDRAWN, user)


def connect() -> None:
    workflow_cancelled.connect(follow, dispatch_uid="plan_pages.workflow_cancelled")
    workflow_rejected.connect(follow, dispatch_uid="plan_pages.workflow_rejected")
    pre_delete.connect(follow, sender=WorkflowState, dispatch_uid="plan_pages.workflow_deleted")
