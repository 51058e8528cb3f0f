"""A person's answer to a matter, through the doors of the workflow."""

from typing import Any

from django.db import transaction

from plan_pages.road import moving
from plan_pages.road.matter import Matter
from plan_pages.road.table import RULES, Action
from plan_pages.workflow import doors


@transaction.atomic
def act(matter: Matter, user: Any, action: Action, name: str, **data: Any) -> Matter:
    """Only in the stage that `action` is for: sent twice, "approve" in review must not close the referral after it.

    Whether this person may is asked by the step. Raises MovedOnError, and what the step raises.
    """
    matter = moving.locked(matter)
    if matter.stage not in RULES[action].stages:
        raise moving.MovedOnError
    return doors.act(matter, user, name, **data)
