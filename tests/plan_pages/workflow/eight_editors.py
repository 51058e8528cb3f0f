"""Eight editors who save and submit without pause, and three people who approve and record; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_at_once`).
"""

import json
import os
import sys
import traceback
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Revision

from handslag.access.role_setup import setup_roles
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.moving import open_matter
from plan_pages.seal.verifying import verify
from plan_pages.workflow import doors
from tests.plan_pages.seal.admin_roads import form
from tests.support import plans, roads
from tests.support.factories import make_site

EDITORS, OTHERS, ROUNDS = 8, 3, 4


# Nothing was collected for this site.
PLAIN_FILES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


def main() -> None:
    with override_settings(STORAGES={**settings.STORAGES, **PLAIN_FILES}):
        run()


def run() -> None:
    make_site()
    setup_roles()
    page = plans.plan_page()
    plans.adopt(page)
    people = [roads.person("editor", "reviewer", "board_secretary") for _number in range(EDITORS + OTHERS)]
    connections.close_all()
    ready, go = os.pipe()
    told, tell = os.pipe()
    children = [
        start(ready, go, tell, page.pk, person, writes=number < EDITORS)
        for number, person in enumerate(people)
    ]
    os.close(ready)
    os.close(go)
    os.close(tell)
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    with os.fdopen(told) as lines:
        answers = [json.loads(line) for line in lines]
    sys.stdout.write(f"{json.dumps(summary(answers, failed))}\n")


def summary(answers: list[dict[str, Any]], failed: int) -> dict[str, Any]:
    claimed = sorted(title for answer in answers for title in answer["saved"])
    kept = [revision.content["title"] for revision in Revision.objects.all()]
    closed = Matter.objects.filter(stage=Stage.CLOSED)
    editions = Edition.objects.order_by("sequence")
    return {
        "failed": failed,
        "answered": sum(answer["answered"] for answer in answers),
        "lost saves": [title for title in claimed if kept.count(title) != 1],
        "numbers": [edition.main for edition in editions],
        "matters with editions": sorted(closed.values_list("edition__main", flat=True)),
        "open": Matter.objects.exclude(stage=Stage.CLOSED).count(),
        "faults": [str(fault) for fault in verify()],
    }


def start(ready: int, go: int, tell: int, page: int, person: Any, *, writes: bool) -> int:
    child = os.fork()
    if child:
        return child
    os.close(go)
    # The pipe ends when the last process has closed its end: all start together.
    os.read(ready, 1)
    try:
        answer = work(page, person, writes=writes)
        os.write(tell, f"{json.dumps(answer)}\n".encode())
    except BaseException:
        traceback.print_exc(limit=-4)
        os._exit(1)
    os._exit(0)


def work(page: int, person: Any, *, writes: bool) -> dict[str, Any]:
    """What was answered with "saved" or with a sentence; anything else ends the process with its error."""
    client = Client()
    client.force_login(person)
    saved, answered = [], 0
    for count in range(ROUNDS):
        if writes and (title := save(client, page, f"Plan av {person.pk}, {count}")):
            saved.append(title)
        for act in (submit, approve, record):
            answered += try_to(act, person, count)
    return {"saved": saved, "answered": answered}


def save(client: Client, page: int, title: str) -> str:
    """ "" where the text is under way: the editor comes back and says that it is locked."""
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page]), form(title=title))
    if response.status_code == 302:
        return title
    if "eftersom den är låst" not in response.content.decode():
        raise RuntimeError(f"Neither saved nor refused: {response.status_code}")
    return ""


def try_to(act: Any, person: Any, count: int) -> int:
    """Done, or refused in a sentence."""
    with suppress(ValidationError, PermissionDenied):
        act(person, count)
    return 1


def submit(person: Any, count: int) -> None:
    doors.submit(roads.prepared(open_matter(EditionSeries.objects.get())), person)


def approve(person: Any, count: int) -> None:
    """Prepared for another text than the one submitted, it goes back and is prepared anew."""
    matter = open_matter(EditionSeries.objects.get())
    try:
        doors.act(matter, person, "approve")
    except ValidationError:
        doors.act(matter, person, "reject", comment="Skälen saknas.")


def record(person: Any, count: int) -> None:
    roads.recorded(open_matter(EditionSeries.objects.get()), person, paragraph=f"{person.pk}")
