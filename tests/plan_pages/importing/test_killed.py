"""An import in a real process that is killed leaves nothing, or a whole draft with its registration."""

from pathlib import Path
from typing import Any

import pytest

from handslag import clock
from plan_pages.importing.sources import FOLDER, keep_source, purge_lost_sources
from plan_pages.importing.waiting_files import KEPT
from tests.plan_pages.importing.importers import POINTS
from tests.support.factories import UserFactory
from tests.support.programs import told_by


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_import__killed_in_between_leaves_nothing_or_all() -> None:
    nothing, whole = [0, 0, 0, 0, 0], [1, 1, 1, 1, 1]
    sound = [[], [], [], [], []]
    assert told_by("tests.plan_pages.importing.importers") == {
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
