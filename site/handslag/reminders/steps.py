"""The rule: at which steps a person is told about a thing that waits.

Everything is "on or before": a night without a run is caught up by the next one, in one mail for all that was missed.
"""

import datetime
from collections.abc import Mapping

from handslag.reminders.intervals import Intervals

NEW = "new"
AGAIN = "again"


def steps_to_tell(
    due: datetime.date | None,
    told: Mapping[str, datetime.date],
    today: datetime.date,
    intervals: Intervals,
    *,
    at_once: bool = False,
) -> list[str]:
    """The steps that are reached and not told; empty: no mail about it today. `told`: the step, and on which day.

    A day in a step's name makes it a new step where the day is moved. `at_once` adds one that is told once a day.
    """
    reached = [NEW]
    if due is not None and today >= due - intervals.before:
        reached.append(f"before {due}")
    if due is not None and today >= due:
        reached.append(f"due {due}")
    if at_once:
        reached.append(f"at once {today}")
    fresh = [step for step in reached if step not in told]
    return fresh or _again(due, told, today, intervals)


def _again(
    due: datetime.date | None, told: Mapping[str, datetime.date], today: datetime.date, intervals: Intervals
) -> list[str]:
    """While a day lies ahead, the day itself reminds; repeating begins when it has come, or where there is none."""
    if intervals.again is None or (due is not None and today < due):
        return []
    if today < max(told.values()) + intervals.again:
        return []
    number = sum(step.startswith(AGAIN) for step in told) + 1
    return [f"{AGAIN} {number}"]
