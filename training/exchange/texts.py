"""Texts with paragraphs as they stand in a cell, and back."""

import re
from html import unescape

from django.utils.html import escape, strip_tags

_ENDS = re.compile(r"</p>|</li>|<br\s*/?>", re.IGNORECASE)


def plain(rich: str) -> str:
    """A line for each paragraph or item."""
    text = unescape(strip_tags(_ENDS.sub("\n", rich)))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def rich(text: str) -> str:
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())
