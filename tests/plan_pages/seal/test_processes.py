"""Sealing in real processes: killed in between, it leaves nothing or a whole edition; at once, it makes one chain."""

import functools
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.plan_pages.seal.sealers import POINTS
from tests.support.locations import ROOT

pytestmark = [pytest.mark.both_databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PROGRAM = "import django, runpy; django.setup(); runpy.run_module('tests.plan_pages.seal.sealers')['main']()"


@functools.cache
def found() -> dict[str, Any]:
    """What the processes did: once for all tests here, the program takes its time."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_sealing__killed_in_between_leaves_nothing_or_a_whole_edition() -> None:
    nothing = {"new": [0, 0, 0, 0, 0], "faults": []}
    # One edition, two parts, one decision, two promises and their identities.
    whole = {"new": [1, 2, 1, 2, 2], "faults": []}
    assert found()["killed"] == {
        **{point: whole if point == "after commit" else nothing for point in POINTS},
        "next": "3",
        "faults": [],
    }


def test_sealing__two_at_once_make_one_chain() -> None:
    assert found()["at once"] == {"failed": 0, "numbers": [*range(1, 10)], "faults": []}
