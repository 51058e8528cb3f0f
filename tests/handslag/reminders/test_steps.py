"""The rule: on which days a thing that waits is told about."""

import datetime

import pytest

from handslag.reminders.intervals import Intervals
from handslag.reminders.steps import steps_to_tell

FIRST = datetime.date(2026, 3, 2)
WEEK = Intervals(before=datetime.timedelta(7), again=datetime.timedelta(14))
NEVER_AGAIN = Intervals(before=datetime.timedelta(7), again=None)


def day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(number)


def told_on(
    due: int | None, runs: range | list[int], intervals: Intervals = WEEK, at_once: tuple[int, ...] = ()
) -> dict[int, list[str]]:
    """The days of these runs on which a mail went out, and for which steps (dates as day numbers)."""
    told: dict[str, datetime.date] = {}
    mails: dict[int, list[str]] = {}
    for number in runs:
        due_day = None if due is None else day(due)
        steps = steps_to_tell(due_day, told, day(number), intervals, at_once=number in at_once)
        told.update(dict.fromkeys(steps, day(number)))
        if steps:
            mails[number] = [step.split()[0] for step in steps]
    return mails


@pytest.mark.parametrize(
    ("due", "runs", "mails"),
    [
        # No day: at once, and every two weeks.
        (None, range(30), {0: ["new"], 14: ["again"], 28: ["again"]}),
        # A day far away: at once, a week before, on the day, and every two weeks from then on.
        (20, range(50), {0: ["new"], 13: ["before"], 20: ["due"], 34: ["again"], 48: ["again"]}),
        # Far enough for two weeks to pass: no repeating while the day lies ahead.
        (40, range(42), {0: ["new"], 33: ["before"], 40: ["due"]}),
        # Near from the beginning: not twice on the same day.
        (3, range(18), {0: ["new", "before"], 3: ["due"], 17: ["again"]}),
        (0, range(15), {0: ["new", "before", "due"], 14: ["again"]}),
        (-5, range(15), {0: ["new", "before", "due"], 14: ["again"]}),
        # Nights without a run are caught up, in one mail.
        (20, [0, 12, 15, 16], {0: ["new"], 15: ["before"]}),
        (20, [0, 12, 25, 26], {0: ["new"], 25: ["before", "due"]}),
        (None, [0, 50, 51, 64], {0: ["new"], 50: ["again"], 64: ["again"]}),
        # Several runs a day.
        (None, [0, 0, 0, 14, 14], {0: ["new"], 14: ["again"]}),
    ],
)
def test_steps__days_on_which_is_mailed(
    due: int | None, runs: range | list[int], mails: dict[int, list[str]]
) -> None:
    assert told_on(due, runs) == mails


def test_steps__can_be_told_without_repeating() -> None:
    assert told_on(20, range(99), NEVER_AGAIN) == {0: ["new"], 13: ["before"], 20: ["due"]}


def test_steps__at_once_is_once_a_day_and_counts_as_telling() -> None:
    mails = told_on(None, [0, 5, 5, 6, 14, 20], at_once=(5, 6))
    assert mails == {0: ["new"], 5: ["at"], 6: ["at"], 20: ["again"]}
    assert told_on(3, [0, 3], at_once=(0,)) == {0: ["new", "before", "at"], 3: ["due"]}


def test_steps__a_day_that_is_moved_is_told_anew() -> None:
    told = dict.fromkeys(["new", f"before {day(5)}", f"due {day(5)}"], day(5))
    assert steps_to_tell(day(20), told, day(6), WEEK) == []
    assert steps_to_tell(day(20), told, day(13), WEEK) == [f"before {day(20)}"]
