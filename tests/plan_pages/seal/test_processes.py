"""Sealing in real processes: killed in between, it leaves nothing or a whole edition; at once, it makes one chain."""

import functools
from typing import Any

import pytest

from tests.plan_pages.seal.sealers import POINTS
from tests.support.programs import told_by

pytestmark = [pytest.mark.both_databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@functools.cache
def found() -> dict[str, Any]:
    """What the processes did: once for all tests here, the program takes its time."""
    return told_by("tests.plan_pages.seal.sealers")


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
