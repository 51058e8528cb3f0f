"""What a browser calls itself, in words that its owner recognises."""

import re

from django.utils.translation import gettext as _

# The first that fits: every browser also claims to be older ones.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh|Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device(user_agent: str) -> str:
    browser = _first(user_agent, BROWSERS) or _("Unknown browser")
    system = _first(user_agent, SYSTEMS)
    return _("%(browser)s on %(system)s") % {"browser": browser, "system": system} if system else browser


def _first(text: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((name for pattern, name in known if re.search(pattern, text)), "")
