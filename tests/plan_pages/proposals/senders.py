"""Processes that send the same proposal, and then answer it, at the same moment; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_at_once`).
"""

import json
import os
import sys
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import connections

from plan_pages.models import Matter, ProposalAnswer, RevisionProposal, RoadEvent
from plan_pages.proposals.answering import AnsweredMeanwhileError, answer
from plan_pages.proposals.raising import READER, propose
from plan_pages.road.event import EventKind
from tests.plan_pages.proposals.proposing import FIRST, series
from tests.support import plans, roads
from tests.support.factories import make_site

PROCESSES = 4
BEATEN = 3


def main() -> None:
    make_site()
    plans.adopt(plans.plan_page())
    reader, editors = roads.person(), [roads.person("editor") for _count in range(PROCESSES)]
    plan = series()

    def send(number: int) -> int:
        propose(plan, "Samma ord.", source=READER, section=FIRST, raised_by=reader)
        return 0

    sent = at_once(send)
    proposal = RevisionProposal.objects.first()
    assert proposal is not None

    def reply(number: int) -> int:
        try:
            answer(proposal, editors[number], "declined", f"Svar {number}.", "")
        except AnsweredMeanwhileError:
            return BEATEN
        except ValidationError:
            return 1
        return 0

    found = {
        "sent": sent,
        "proposals": RevisionProposal.objects.count(),
        "replied": sorted(at_once(reply)),
        "answers": ProposalAnswer.objects.count(),
        "matters": Matter.objects.count(),
        "events": RoadEvent.objects.filter(kind=EventKind.DECLINED).count(),
    }
    sys.stdout.write(f"{json.dumps(found)}\n")


def at_once(act: Callable[[int], int]) -> list[int]:
    """What each process said when it was done."""
    connections.close_all()
    ready, go = os.pipe()
    children = [start(ready, go, act, number) for number in range(PROCESSES)]
    os.close(ready)
    os.close(go)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def start(ready: int, go: int, act: Callable[[int], int], number: int) -> int:
    child = os.fork()
    if child:
        return child
    os.close(go)
    # The pipe ends when the last process has closed its end: all start together.
    os.read(ready, 1)
    try:
        status = act(number)
    except Exception as error:
        sys.stderr.write(f"{error!r}\n")
        status = 1
    os._exit(status)
