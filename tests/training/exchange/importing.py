"""The same file saved by several people at the same moment, of courses and of the directory; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_at_once`).
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from django.db import connections

from contacts.exchange import saving as directory
from contacts.exchange.reading import FILE as DIRECTORY
from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation
from tests.support.factories import UserFactory
from tests.support.training import catalogue
from training.exchange import saving as courses
from training.exchange.columns import FILE as COURSES
from training.models import CoursePage, Occasion

PROCESSES = 4
ROWS = COURSES.rows(
    "course;kind;date;from;to;capacity\n"
    + "".join(f"Kurs {number};knowledge;2030-04-0{number};09:00;12:00;20\n" for number in range(1, 6))
)
PLACES = DIRECTORY.rows(
    "organisation;kind;function\n" + "".join(f"Skola {n};school;Rektor\n" for n in range(1, 6))
)


def main() -> None:
    catalogue()
    user = UserFactory(roles=["editor"])
    statuses = at_once(lambda: courses.carry_out(user, ROWS))
    statuses += at_once(lambda: directory.carry_out(PLACES))
    found = {
        "failed": sum(status != 0 for status in statuses),
        "courses": CoursePage.objects.count(),
        "occasions": Occasion.objects.count(),
        "organisations": Organisation.objects.count(),
        "functions": Function.objects.count(),
    }
    sys.stdout.write(f"{json.dumps(found)}\n")


def at_once(work: Callable[[], Any]) -> list[int]:
    connections.close_all()
    ready, go = os.pipe()
    children = [start(ready, go, work) for _number in range(PROCESSES)]
    os.close(ready)
    os.close(go)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def start(ready: int, go: int, work: Callable[[], Any]) -> int:
    child = os.fork()
    if child:
        return child
    os.close(go)
    # The pipe ends when the last process has closed its end: all start together.
    os.read(ready, 1)
    status = 0
    try:
        work()
    except Exception as error:
        sys.stderr.write(f"{error!r}\n")
        status = 1
    os._exit(status)
