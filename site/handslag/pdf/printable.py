"""Texts and links in the form that a file on paper or on a screen can hold."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

_FOLLOWED = frozenset({"http", "https", "mailto", "tel"})
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
# Soft hyphens, because Typst divides words itself and trips over one at the end of a link (0.15); and signs that no
# font has, as PDF/A-2 (6.2.11.7) wants every character to have a meaning.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What Typst takes as an address.
_LONGEST_ADDRESS = 8000


def printable(value: Any, address: str) -> Any:
    """The value without control characters, and with absolute links: a file has no address for "/" to start from."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        followed = "text" not in value or is_visible(value["text"])
        return {
            key: (followable(found, address) if followed else "")
            if key == "href"
            else printable(found, address)
            for key, found in value.items()
        }
    if isinstance(value, list | tuple):
        return [printable(found, address) for found in value]
    return value


def plain(text: str) -> str:
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def is_visible(text: str) -> bool:
    """Whether there is anything to read or to press: blanks, soft hyphens and marks of direction are not."""
    return any(unicodedata.category(sign)[0] not in "CZ" for sign in text)


def followable(href: str, address: str) -> str:
    """ "" for what a reader should not, or could not, follow."""
    href = plain(href).strip()
    if not href:
        return ""
    try:
        absolute = urljoin(address, href)
        scheme = urlsplit(absolute).scheme
    except ValueError:
        return ""
    return absolute if scheme in _FOLLOWED and len(absolute) <= _LONGEST_ADDRESS else ""
