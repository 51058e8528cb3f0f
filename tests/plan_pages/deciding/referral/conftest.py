"""A text that is reviewed and waits to be sent out."""

from pathlib import Path
from typing import Any

import pytest

from handslag import clock
from tests.support.once import anew, once
from tests.support.referrals import DAY, reviewed

before_sending = once(reviewed)


@pytest.fixture
def people(before_sending: dict[str, Any], settings: Any, tmp_path: Path) -> dict[str, Any]:
    settings.MEDIA_ROOT = str(tmp_path)
    return {name: anew(before_sending[name]) for name in ("editor", "reviewer")}


@pytest.fixture
def matter(before_sending: dict[str, Any], people: dict[str, Any]) -> Any:
    with clock.set_to(DAY):
        yield anew(before_sending["matter"])
