"""One file, sent by four people in the same moment, is read in once."""

import pytest

from tests.support.programs import told_by


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_import__of_one_file_at_once_doubles_nothing() -> None:
    assert told_by("tests.training.exchange.importing") == {
        "failed": 0,
        "courses": 5,
        "occasions": 5,
        "organisations": 5,
        "functions": 5,
    }
