"""The workflow that a new site begins with; an administrator may change it, and then it is left as it is."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from plan_pages.editions.series import EditionSeries
from plan_pages.road.table import EDITORS, RECORDERS
from plan_pages.workflow.tasks import BoardDecisionTask, FourEyesReviewTask, ReferralTask


def seed(**kwargs: Any) -> None:
    """May run again. Plans that have no workflow get it."""
    workflow = _seeded() or _create()
    for series in EditionSeries.objects.exclude(page=None):
        _assign(series, workflow)


def workflow_for(series: EditionSeries) -> None:
    workflow = _seeded()
    if workflow is not None:
        _assign(series, workflow)


def _seeded() -> Workflow | None:
    tasks = BoardDecisionTask.objects.filter(active=True).values("task_ptr")
    return Workflow.objects.filter(active=True, workflow_tasks__task__in=tasks).order_by("pk").first()


def _create() -> Workflow:
    with override(settings.LANGUAGE_CODE):
        workflow = Workflow.objects.create(name=_("A plan's road to a decision"))
        steps = (
            (FourEyesReviewTask.objects.create(name=_("Review")), ("reviewer",)),
            (ReferralTask.objects.create(name=_("Referral")), EDITORS),
            (BoardDecisionTask.objects.create(name=_("The board's decision")), RECORDERS),
        )
    for place, (task, roles) in enumerate(steps):
        task.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)
    return workflow


def _assign(series: EditionSeries, workflow: Workflow) -> None:
    """One chosen by an administrator stays."""
    WorkflowPage.objects.get_or_create(page_id=series.page_id, defaults={"workflow": workflow})


def _on_series(sender: type, instance: EditionSeries, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.page_id is not None:
        workflow_for(instance)


def connect() -> None:
    post_migrate.connect(seed, sender=None, dispatch_uid="plan_pages.seed_workflow")
    post_save.connect(_on_series, sender=EditionSeries, dispatch_uid="plan_pages.workflow_of_series")
