"""The two ways onto and along the road, for pages: both end in the tasks, where every rule is asked."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from handslag.reminders.soon import remind_soon
from plan_pages.road import moving
from plan_pages.road.matter import Matter
from plan_pages.road.table import Action


@transaction.atomic
def submit(matter: Matter, user: Any) -> Matter:
    """Begin the workflow, or go on with the one that was returned. Raises NotAllowedError, ValidationError."""
    matter = moving.locked(matter)
    moving.require(user, Action.SUBMIT, matter)
    page = matter.series.page.specific if matter.series.page is not None else None
    if page is None or page.latest_revision_id is None:
        raise ValidationError(_("There is no draft to submit."))
    returned = page.current_workflow_state
    if returned is not None and returned.status == WorkflowState.STATUS_NEEDS_CHANGES:
        returned.resume(user)
    elif (workflow := page.get_workflow()) is not None:
        workflow.start(page, user)
    else:
        raise ValidationError(_("No workflow is set up for the plan; ask an administrator to choose one."))
    remind_soon()
    matter.refresh_from_db()
    return matter


@transaction.atomic
def act(matter: Matter, user: Any, action_name: str, **data: Any) -> Matter:
    """Do something in the step where the matter stands. Raises what the step's `on_action` raises."""
    flow = matter.workflow_state
    task_state = flow.current_task_state if flow is not None else None
    if task_state is None:
        raise moving.MovedOnError
    task_state.task.specific.on_action(task_state.specific, user, action_name, **data)
    remind_soon()
    matter.refresh_from_db()
    return matter
