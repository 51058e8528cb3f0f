"""The day of these tests."""

from collections.abc import Iterator

import pytest

from handslag import clock
from tests.support.routines import TODAY


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield
