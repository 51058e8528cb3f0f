"""Many at once, in real processes: nothing that was saved is lost, nobody is locked out, no edition comes twice."""

import pytest

from tests.plan_pages.workflow.eight_editors import EDITORS, OTHERS, ROUNDS
from tests.support.programs import told_by

pytestmark = [pytest.mark.both_databases, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_eight_editors__saving_submitting_and_deciding_at_once() -> None:
    found = told_by("tests.plan_pages.workflow.eight_editors")
    numbers = found["numbers"]
    assert found["failed"] == 0
    assert found["answered"] == (EDITORS + OTHERS) * ROUNDS * 3
    assert found["lost saves"] == []
    assert found["faults"] == []
    assert found["open"] <= 1
    assert numbers == [*range(1, len(numbers) + 1)]
    assert found["matters with editions"] == numbers[1:]
    assert len(numbers) > 1
