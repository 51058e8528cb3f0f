"""A browser's name in words."""

import pytest
from django.utils import translation

from accounts.signin.devices import device

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1"
)
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (IPHONE, "Safari on iPhone"),
        (EDGE, "Edge on Windows"),
        (FIREFOX, "Firefox on Linux"),
        ("curl/8", "Unknown browser"),
        ("", "Unknown browser"),
    ],
)
def test_device__is_named_as_its_owner_would(user_agent: str, words: str) -> None:
    with translation.override("en"):
        assert device(user_agent) == words
