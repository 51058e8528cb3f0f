"""Processes that seal: one that is killed at every point in between, and several at once; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_processes`).
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from django.db import connections, transaction
from django.db.models import QuerySet
from wagtail.models import Revision

from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.participant import EditionParticipant
from plan_pages.editions.register import Commitment, CommitmentEntry
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.seal.sealing import Order, seal_edition
from plan_pages.seal.signals import edition_sealed
from plan_pages.seal.verifying import verify
from tests.support import plans
from tests.support.factories import make_site

# After the rows of this table are written, in the order of sealing; then before and after the commit.
TABLES = {
    "leaves": EditionLeaf,
    "decisions": Decision,
    "entries": CommitmentEntry,
    "edition": EditionParticipant,
}
POINTS = (*TABLES, "before commit", "after commit")
COUNTED = (Edition, EditionLeaf, Decision, CommitmentEntry, Commitment)
ROUNDS = 3


def main() -> None:
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    found = {"killed": killed_at_every_point(page), "at once": at_once(page)}
    sys.stdout.write(f"{json.dumps(found)}\n")


def killed_at_every_point(page: ActionPlanPage) -> dict[str, Any]:
    """Per point: how many rows of each table are new, and what `verify` says."""
    found = {}
    for number, point in enumerate(POINTS):
        words = plans.section(f"nytt {number}", words=f"Text {number}.")
        revision = plans.draft(page, plans.document(sections=(words,)))
        before = counts()
        kill_while_sealing(revision, point)
        after = counts()
        found[point] = {
            "new": [now - then for then, now in zip(before, after, strict=True)],
            "faults": [str(fault) for fault in verify()],
        }
    last = plans.adopt(page, plans.document(sections=5))
    return {**found, "next": str(last.number), "faults": [str(fault) for fault in verify()]}


def counts() -> list[int]:
    return [model.objects.count() for model in COUNTED]


def kill_while_sealing(revision: Revision, point: str) -> None:
    """The child says that it has come to the point, and is killed there."""
    connections.close_all()
    there, say = os.pipe()
    child = os.fork()
    if not child:
        os.close(there)
        stop_at(point, say)
        seal(revision)
        os._exit(1)
    os.close(say)
    if os.read(there, 1) != b"!":
        raise RuntimeError(f"The child ended before it came to: {point}")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(there)


def stop_at(point: str, say: int) -> None:
    def stop(*args: Any, **kwargs: Any) -> None:
        os.write(say, b"!")
        time.sleep(60)

    if point == "before commit":
        edition_sealed.connect(stop, weak=False)
    elif point == "after commit":
        edition_sealed.connect(lambda **kwargs: transaction.on_commit(stop), weak=False)
    else:
        patch.object(QuerySet, "bulk_create", _then_stop(QuerySet.bulk_create, TABLES[point], stop)).start()


def _then_stop(write: Callable[..., Any], model: type, stop: Callable[[], None]) -> Callable[..., Any]:
    def written(self: QuerySet[Any], *args: Any, **kwargs: Any) -> Any:
        rows = write(self, *args, **kwargs)
        if self.model is model:
            stop()
        return rows

    return written


def seal(revision: Revision) -> Edition:
    series = EditionSeries.objects.get()
    return seal_edition(Order(series, EditionKind.ADOPTED, revision, decisions=(plans.decision(),)))


def at_once(page: ActionPlanPage) -> dict[str, Any]:
    """Two processes, each with drafts of its own, begin at the same moment."""
    drafts = [
        [plans.draft(page, plans.document(title=f"Plan {process} {count}")) for count in range(ROUNDS)]
        for process in range(2)
    ]
    connections.close_all()
    ready, go = os.pipe()
    children = [start(ready, go, mine) for mine in drafts]
    os.close(ready)
    os.close(go)
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    numbers = [edition.main for edition in Edition.objects.order_by("sequence")]
    return {"failed": failed, "numbers": numbers, "faults": [str(fault) for fault in verify()]}


def start(ready: int, go: int, drafts: list[Revision]) -> int:
    child = os.fork()
    if child:
        return child
    os.close(go)
    # The pipe ends when the last process has closed its end: all start together.
    os.read(ready, 1)
    try:
        for revision in drafts:
            seal(revision)
    except Exception as error:
        sys.stderr.write(f"{error!r}\n")
        os._exit(1)
    os._exit(0)
