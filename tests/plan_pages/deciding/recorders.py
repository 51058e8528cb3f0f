"""Processes that record a decision and are killed at every point in between; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_killed`).
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
from wagtail.documents import get_document_model
from wagtail.models import TaskState, WorkflowState

from handslag import clock
from plan_pages.deciding import minutes
from plan_pages.deciding import recording as page
from plan_pages.editions.edition import Edition
from plan_pages.editions.participant import EditionParticipant
from plan_pages.importing import waiting_files
from plan_pages.road import recording
from plan_pages.road.event import RoadEvent
from plan_pages.road.matter import Matter
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.seal.verifying import verify
from plan_pages.workflow import tasks
from tests.handslag.privacy.documents import word
from tests.plan_pages.deciding import board
from tests.support import roads

# In the order of recording: the minutes are a document, the decision is there, the edition is written, the workflow
# follows; then before and after the commit.
POINTS = ("minutes", "decision", "edition", "workflow", "before commit", "after commit")


def main() -> None:
    with clock.set_to(board.TODAY):
        matter = board.before_board()
        recorder = roads.person("board_secretary")
        token = waiting_files.keep(word("Fullmäktige antog planen."), "protokoll.docx", recorder)
        found: dict[str, Any] = {}
        before = counts()
        for point in POINTS:
            kill_while_recording(matter, recorder, token, point)
            after = counts()
            found[point] = {
                "new": [now - then for now, then in zip(after, before, strict=True)],
                "stage": Matter.objects.get().stage,
                "workflow": [WorkflowState.objects.get().status, open_states()],
                "faults": [str(fault) for fault in verify()],
            }
    sys.stdout.write(f"{json.dumps(found)}\n")


def counts() -> list[int]:
    models = (RecordedDecision, Edition, EditionParticipant, get_document_model(), RoadEvent)
    return [model.objects.count() for model in models]


def open_states() -> int:
    return TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count()


def kill_while_recording(matter: Matter, recorder: Any, token: str, point: str) -> None:
    """The child says that it has come to the point, and is killed there."""
    client, sent = board.signed_in(recorder), board.typed(matter, step="confirm", minutes_token=token)
    connections.close_all()
    there, say = os.pipe()
    child = os.fork()
    if not child:
        os.close(there)
        stop_at(point, say)
        answer = client.post(board.address(matter), sent)
        sys.stderr.write(f"{point}: {answer.status_code}\n")
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

    match point:
        case "minutes":
            patch.object(page, "keep_minutes", _then(minutes.keep_minutes, stop)).start()
        case "decision":
            patch.object(recording, "_draw_consequence", stop).start()
        case "edition":
            patch.object(QuerySet, "bulk_create", _then_of(EditionParticipant, stop)).start()
        case "workflow":
            patch.object(tasks, "_follow", _then(tasks._follow, stop)).start()
        case "before commit":
            patch.object(page.doors, "act", _then(page.doors.act, stop)).start()
        case "after commit":
            patch.object(tasks, "_follow", _then(tasks._follow, lambda: transaction.on_commit(stop))).start()


def _then(act: Callable[..., Any], stop: Callable[[], Any]) -> Callable[..., Any]:
    def acted(*args: Any, **kwargs: Any) -> Any:
        found = act(*args, **kwargs)
        stop()
        return found

    return acted


def _then_of(model: type, stop: Callable[[], Any]) -> Callable[..., Any]:
    write = QuerySet.bulk_create

    def written(self: QuerySet[Any], *args: Any, **kwargs: Any) -> Any:
        rows = write(self, *args, **kwargs)
        if self.model is model:
            stop()
        return rows

    return written
