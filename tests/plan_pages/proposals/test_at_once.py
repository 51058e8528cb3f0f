"""Two presses of a button, two editors at one moment: one proposal, one answer."""

import pytest

from tests.plan_pages.proposals.senders import BEATEN, PROCESSES
from tests.support.programs import told_by


@pytest.mark.both_databases
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_at_once__one_proposal_and_one_answer() -> None:
    assert told_by("tests.plan_pages.proposals.senders") == {
        "sent": [0] * PROCESSES,
        "proposals": 1,
        "replied": [0, *[BEATEN] * (PROCESSES - 1)],
        "answers": 1,
        "matters": 1,
        "events": 1,
    }
