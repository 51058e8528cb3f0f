"""What happens when a workflow is finished, by kind of page. Named in settings; loaded before any model, so it imports
nothing of ours but the registry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handslag.registry import Registry


@dataclass(frozen=True)
class Finisher:
    """`finishes` says whether this page is its own; `finish` is called with the workflow state and the person."""

    name: str
    finishes: Callable[[Any], bool]
    finish: Callable[[Any, Any], None]
    order: int = 100


finishers = Registry[Finisher]("Finisher")


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """Anything without a finisher of its own is published as it was approved: the text of the last task, not a later
    one, and not by the right of whoever happened to approve it."""
    page = workflow_state.content_object
    for finisher in finishers:
        if finisher.finishes(page):
            finisher.finish(workflow_state, user)
            return
    task_state = workflow_state.current_task_state
    revision = task_state.revision if task_state is not None else page.get_latest_revision()
    revision.publish(user=user, skip_permission_checks=True)
