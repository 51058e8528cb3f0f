"""Which folders hold tests that carry a plan through its whole road before they ask anything."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
WHOLE_ROADS = {
    HERE / name
    for name in ("chronicle", "correcting", "deciding", "deciding/referral", "proposals", "workflow")
}


def pytest_itemcollected(item: pytest.Item) -> None:
    """The rules they walk by are asked by the quick tests in `road`."""
    if item.path.parent in WHOLE_ROADS:
        item.add_marker(pytest.mark.slow)
