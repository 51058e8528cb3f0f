"""The day of these tests. It is named: this file is read before the settings."""

from collections.abc import Iterator

import pytest
from django.utils.module_loading import import_string

from handslag import clock


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(import_string("tests.support.routines.TODAY")):
        yield
