"""The same file saved by several people at the same moment, of courses and of the directory; prints what became of it.

Run as a program of its own, in the database of the settings, after `django.setup()` (see `test_at_once`).
"""

import json
import sys

from contacts.exchange import saving as directory
from contacts.exchange.reading import FILE as DIRECTORY
from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation
from tests.support.factories import UserFactory
from tests.support.together import together
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
    statuses = together([lambda: courses.carry_out(user, ROWS)] * PROCESSES)
    statuses += together([lambda: directory.carry_out(user, PLACES)] * PROCESSES)
    found = {
        "failed": sum(status != 0 for status in statuses),
        "courses": CoursePage.objects.count(),
        "occasions": Occasion.objects.count(),
        "organisations": Organisation.objects.count(),
        "functions": Function.objects.count(),
    }
    sys.stdout.write(f"{json.dumps(found)}\n")
