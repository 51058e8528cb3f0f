"""The day on which most tests of training stand."""

from collections.abc import Iterator

import pytest

from handslag import clock
from tests.support.training import DAY, catalogue


@pytest.fixture
def today(db: None) -> Iterator[None]:
    """With the catalogue published, whose page everything stands below."""
    catalogue()
    with clock.set_to(DAY):
        yield
