"""An import in a real process that is killed leaves nothing, or a whole draft with its registration."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from handslag import clock
from plan_pages.import_admin.waiting_files import KEPT
from plan_pages.importing.sources import FOLDER, keep_source, purge_lost_sources
from tests.plan_pages.importing.importers import POINTS
from tests.support.factories import UserFactory
from tests.support.locations import ROOT

PROGRAM = (
    "import django, runpy; django.setup(); runpy.run_module('tests.plan_pages.importing.importers')['main']()"
)


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_import__killed_in_between_leaves_nothing_or_all() -> None:
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
    nothing, whole = [0, 0, 0, 0, 0], [1, 1, 1, 1, 1]
    sound = [[], [], [], [], []]
    assert json.loads(done.stdout.splitlines()[-1]) == {
        point: {"new": whole if point == "after commit" else nothing, "tree": sound} for point in POINTS
    }


@pytest.mark.django_db
def test_file_of_a_killed_import__is_purged_after_a_day_and_no_other(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    kept = keep_source(b"Text", "plan.txt", UserFactory())
    lost = keep_source(b"Text", "borta.txt", UserFactory())
    type(lost).objects.filter(pk=lost.pk).delete()
    (tmp_path / FOLDER / "annan-fil.txt").write_text("ligger kvar")
    assert purge_lost_sources() == 0
    with clock.set_to(clock.now() + 2 * KEPT):
        assert purge_lost_sources() == 1
    assert {file.name for file in (tmp_path / FOLDER).iterdir()} == {
        Path(kept.file.name).name,
        "annan-fil.txt",
    }
