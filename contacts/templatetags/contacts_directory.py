"""Phone numbers as links."""

import re

from django import template

register = template.Library()


@register.filter
def dialled(phone: str) -> str:
    """“031-390 06 21 (växel)” is dialled 0313900621: digits and a leading plus of the first number."""
    found = re.match(r"\s*\+?[\d\s()–-]+", phone)
    kept = found[0].replace("(0)", "") if found else ""
    return re.sub(r"[^\d+]", "", kept)
