"""Several runs of the reminders that begin at the same moment, in the database of the settings.

`python -m tests.support.reminding PROCESSES`. One process loads the site and divides.
"""

import os
import sys
from importlib import import_module

import django
from django.db import connections


def main(processes: int) -> int:
    django.setup()
    remind = import_module("handslag.reminders.running").remind
    connections.close_all()
    ready, go = os.pipe()
    children = []
    for _number in range(processes):
        child = os.fork()
        if not child:
            os.close(go)
            # The pipe ends when the last process has closed its end.
            os.read(ready, 1)
            outcome = remind()
            os._exit(1 if outcome.unsent or outcome.broken else 0)
        children.append(child)
    os.close(ready)
    os.close(go)
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
