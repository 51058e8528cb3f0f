"""Eight people who save at the same moment: all get through, on either database."""

import os
import subprocess
import sys

import pytest

from tests.support.locations import ROOT

PROCESSES = 8
ROUNDS = 5


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_writers__none_of_eight_is_locked_out() -> None:
    writers = subprocess.run(
        [sys.executable, "-m", "tests.support.writers", str(PROCESSES), str(ROUNDS)],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert writers.returncode == 0, writers.stdout + writers.stderr
