"""Recording in a real process that is killed leaves nothing, or a decision with its whole edition."""

import pytest

from tests.plan_pages.deciding.recorders import POINTS
from tests.support.programs import told_by

pytestmark = [pytest.mark.both_databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_recording__killed_in_between_leaves_nothing_or_all() -> None:
    nothing = {
        "new": [0, 0, 0, 0, 0],
        "stage": "board",
        "workflow": ["in_progress", 1],
        "faults": [],
    }
    # One decision, one edition, author, reviewer and recorder, the minutes; recorded and sealed in the history.
    whole = {"new": [1, 1, 3, 1, 2], "stage": "closed", "workflow": ["approved", 0], "faults": []}
    assert told_by("tests.plan_pages.deciding.recorders") == {
        point: whole if point == "after commit" else nothing for point in POINTS
    }
