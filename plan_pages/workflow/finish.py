"""Finishing a plan's workflow publishes nothing: an edition was sealed by the act that finished it, or nothing was."""

import logging
from typing import Any

from wagtail.models import WorkflowState

from handslag.workflows import Finisher
from plan_pages.pages.decided import DecidedPage
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter
from plan_pages.road.moving import ended_elsewhere

logger = logging.getLogger(__name__)


def finish(workflow_state: WorkflowState, user: Any = None) -> None:
    """A workflow that came here without a decision (a step switched off, an approval by code) ends without one."""
    matter = Matter.objects.filter(workflow_state=workflow_state).first()
    if matter is None or matter.edition_id is None:
        logger.warning("Workflow state %s ended without a decision; nothing was sealed.", workflow_state.pk)
    if matter is not None:
        ended_elsewhere(matter, EventKind.ENDED, user)


finisher = Finisher("plan", lambda page: isinstance(page.specific, DecidedPage), finish)
