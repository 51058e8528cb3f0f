"""A process that imports a plan and is killed at every point in between; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_killed`).
"""

import json
import os
import signal
import sys
import time
from typing import Any
from unittest.mock import patch

from django.db import connections, transaction
from wagtail.documents import get_document_model
from wagtail.models import Page, Revision

from plan_pages.documents.head import DecisionRecord
from plan_pages.documents.model import Place
from plan_pages.editions.series import EditionSeries
from plan_pages.importing import saving
from plan_pages.importing.document import to_document
from plan_pages.importing.reader import read_plan_from
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.registration.models import Registration
from tests.support import plans
from tests.support.factories import make_site
from tests.support.plan_files import TEXT

# After this function of the import has done its part; then before and after the commit.
PARTS = ("_new_page", "keep_source")
POINTS = (*PARTS, "before commit", "after commit")
COUNTED = (ActionPlanPage, EditionSeries, Registration, get_document_model(), Revision)


def main() -> None:
    make_site()
    plans.municipality()
    before = counts()
    found = {}
    for point in POINTS:
        kill_while_importing(point)
        now = [number - then for number, then in zip(counts(), before, strict=True)]
        found[point] = {"new": now, "tree": [list(problem) for problem in Page.find_problems()]}
    sys.stdout.write(f"{json.dumps(found)}\n")


def counts() -> list[int]:
    return [model.objects.count() for model in COUNTED]


def kill_while_importing(point: str) -> None:
    connections.close_all()
    there, say = os.pipe()
    child = os.fork()
    if not child:
        os.close(there)
        import_until(point, say)
        os._exit(1)
    os.close(say)
    assert os.read(there, 1) == b"x", f"the importer did not come to {point}"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(there)


def import_until(point: str, say: int) -> None:
    def wait(*_args: Any, **_fields: Any) -> None:
        os.write(say, b"x")
        time.sleep(60)

    if point in PARTS:
        original = getattr(saving, point)

        def done_and_wait(*args: Any, **fields: Any) -> None:
            original(*args, **fields)
            wait()

        with patch.object(saving, point, done_and_wait):
            import_plan()
    elif point == "before commit":
        with transaction.atomic():
            import_plan()
            wait()
    import_plan()
    wait()


def import_plan() -> None:
    town = plans.municipality()
    plan = read_plan_from(TEXT.encode(), "plan.txt")
    place = Place(code=town.code, name=town.name)
    record = DecisionRecord(municipality=place, body_type="council", body="Kommunfullmäktige")
    saving.save_import(saving.ImportOrder(to_document(plan), [town], TEXT.encode(), "plan.txt", [record]))
