"""Processes that begin at the same moment, each with its own connection."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections


def together(works: Sequence[Callable[[], Any]]) -> list[int]:
    """One process for each; what each ended with, 1 where it raised."""
    connections.close_all()
    ready, go = os.pipe()
    children = [_start(ready, go, work) for work in works]
    os.close(ready)
    os.close(go)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def _start(ready: int, go: int, work: Callable[[], Any]) -> int:
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
