"""What a number or address in a text leads to; it is kept as people write it."""

import re

_PHONE = re.compile(r"\+?[\d\s()/–-]{3,20}")
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def address_of(value: str) -> str:
    """tel:, mailto: or https:; "" for what is none of them."""
    value = value.strip()
    if _E_MAIL.fullmatch(value):
        return f"mailto:{value}"
    if _WEB.fullmatch(value):
        return value if "://" in value else f"https://{value}"
    if _PHONE.fullmatch(value):
        # The nought of "+46 (0)8" is dialled within the country only.
        return "tel:" + re.sub(r"[^\d+]", "", value.replace("(0)", "") if value.startswith("+") else value)
    return ""
