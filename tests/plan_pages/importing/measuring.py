"""Reads a file in a process of its own and prints what it cost: CPU seconds, the most memory (MB), sections found."""

import json
import re
import resource
import sys
import time
from pathlib import Path

import django
from django.conf import settings

from plan_pages.importing.document import to_document
from plan_pages.importing.reader import read_plan

KILOBYTES_PER_MEGABYTE = 1024


def most_memory() -> float:
    """Linux hands the parent's highest figure on to a new program, but keeps the program's own in /proc."""
    own = Path("/proc/self/status")
    if own.exists():
        return int(re.findall(r"VmHWM:\s+(\d+)", own.read_text())[0]) / KILOBYTES_PER_MEGABYTE
    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_PER_MEGABYTE / KILOBYTES_PER_MEGABYTE
    )


if __name__ == "__main__":
    settings.configure(USE_I18N=False)
    django.setup()
    begun = time.process_time()
    document = to_document(read_plan(Path(sys.argv[1])))
    cost = {
        "seconds": time.process_time() - begun,
        "megabytes": most_memory(),
        "sections": len(document.sections),
    }
    sys.stdout.write(json.dumps(cost))
