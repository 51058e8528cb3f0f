"""The day on which most tests of training stand. What makes pages is named: this file is read before the settings."""

from collections.abc import Iterator

import pytest
from django.utils.module_loading import import_string

from handslag import clock


@pytest.fixture
def today(db: None) -> Iterator[None]:
    """With the catalogue published, whose page everything stands below."""
    import_string("tests.support.training.catalogue")()
    with clock.set_to(import_string("tests.support.training.DAY")):
        yield
