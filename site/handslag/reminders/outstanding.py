"""What one person is to be told now: what waits for them, seen against the ledger."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone

from handslag import clock
from handslag.reminders.intervals import Intervals
from handslag.reminders.models import Reminder
from handslag.reminders.steps import steps_to_tell
from handslag.start.todos import Todo, TodoSource, todo_sources, todos_for

# A run claims a person's steps just before it mails them; what is claimed for longer belonged to a run that died.
CLAIM_HOLDS = timedelta(minutes=15)


@dataclass(frozen=True)
class Outstanding:
    """`todos` are due for a mail, `others` wait too but were told before; `ended` are rows of what waits no longer."""

    todos: list[Todo] = field(default_factory=list)
    others: int = 0
    steps: set[tuple[str, str]] = field(default_factory=set)
    ended: list[int] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        return len(self.todos) + self.others

    @property
    def changes_anything(self) -> bool:
        return bool(self.todos or self.ended)


def outstanding(
    person: Any,
    rows: Iterable[Reminder],
    intervals: Intervals,
    *,
    at_once: bool,
    sources: Iterable[TodoSource] = todo_sources,
) -> Outstanding:
    """`rows`: the person's in the ledger that have not ended. In the language that is active."""
    rows = list(rows)
    told: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in rows:
        if not is_abandoned(row):
            told[row.key][row.step] = timezone.localtime(row.sent_at or row.claimed_at).date()
    todos, others = [], 0
    steps: set[tuple[str, str]] = set()
    waiting: set[str] = set()
    for todo in todos_for(person, sources):
        key = digest(todo.key)
        waiting.add(key)
        reached = steps_to_tell(todo.due, told[key], clock.today(), intervals, at_once=at_once)
        steps.update((key, step) for step in reached)
        if reached:
            todos.append(todo)
        else:
            others += 1
    return Outstanding(todos, others, steps, [row.pk for row in rows if row.key not in waiting])


def is_abandoned(row: Reminder) -> bool:
    """Claimed, and the run ended before it could say how it went; the mail may or may not have gone out."""
    return row.sent_at is None and row.claimed_at < clock.now() - CLAIM_HOLDS


def digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
