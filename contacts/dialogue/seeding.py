"""The workflow that a new site's log begins with; an administrator may change it, and then it is left as it is."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from contacts.dialogue.kinds import ROLE
from contacts.dialogue.log_page import DialogueLogPage
from contacts.dialogue.review_task import SecondReaderTask

# A coordinator may not know of exposure matters; those wait for a second person of the role.
SECOND_READERS = (ROLE, "coordinator")


def seed(**kwargs: Any) -> None:
    """May run again. Logs that have no workflow get it."""
    workflow = _seeded() or _create()
    for pk in DialogueLogPage.objects.values_list("pk", flat=True):
        _assign(pk, workflow)


def _seeded() -> Workflow | None:
    tasks = SecondReaderTask.objects.filter(active=True).values("task_ptr")
    return Workflow.objects.filter(active=True, workflow_tasks__task__in=tasks).order_by("pk").first()


def _create() -> Workflow:
    with override(settings.LANGUAGE_CODE):
        workflow = Workflow.objects.create(name=_("The dialogue log"))
        task = SecondReaderTask.objects.create(name=_("Second reader"))
    task.groups.set([Group.objects.get_or_create(name=role)[0] for role in SECOND_READERS])
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _assign(pk: int, workflow: Workflow) -> None:
    """One chosen by an administrator stays."""
    WorkflowPage.objects.get_or_create(page_id=pk, defaults={"workflow": workflow})


def _on_log(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    workflow = _seeded() if created and not raw else None
    if workflow is not None:
        _assign(instance.pk, workflow)


def connect() -> None:
    post_migrate.connect(seed, sender=None, dispatch_uid="contacts.dialogue.seed_workflow")
    post_save.connect(_on_log, sender=DialogueLogPage, dispatch_uid="contacts.dialogue.workflow_of_log")
