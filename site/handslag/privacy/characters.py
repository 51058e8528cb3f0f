"""Characters that hide a number from a plain search: invisible ones, other scripts' digits, look-alikes, and the
percent signs of an address."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

# Past the Basic Multilingual Plane only the mathematical digits are of interest.
_CODES = [*range(0x80, 0x10000), *range(0x1D7CE, 0x1D800)]

SPACES: Final = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
LINE_BREAKS: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
# For use in a character class: the plain hyphen is escaped. After the 100th birthday a plus takes its place.
HYPHENS: Final = (
    "\\-+\u02d7\u2010-\u2015\u2043\u207b\u207a\u208a\u208b\u2212\u2796\u2e3a\u2e3b\u30fc"
    "\ufe58\ufe62\ufe63\uff0b\uff0d"
)

# Decimal digits only: a superscript is a footnote mark beside a number, not a part of it.
_DIGITS: Final = {
    chr(code): str(unicodedata.decimal(chr(code)))
    for code in _CODES
    if unicodedata.decimal(chr(code), None) is not None
}
# Format characters (zero width, soft hyphen, byte order mark, direction marks), control characters that
# Word and PDF leave behind, fillers, variation selectors and the keycap.
_INVISIBLE: Final = {chr(code) for code in _CODES if unicodedata.category(chr(code)) == "Cf"} | {
    *map(chr, [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]),
    *map(chr, [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x20E3, 0x3164]),
    *map(chr, [*range(0xFE00, 0xFE10), 0xFFA0, 0xFFFC, 0xFFFE, 0xFFFF]),
}


def _class(characters: set[str]) -> str:
    """As ranges: single characters past the basic plane would be compared one by one."""
    codes = {ord(character) for character in characters}
    first = sorted(code for code in codes if code - 1 not in codes)
    last = sorted(code for code in codes if code + 1 not in codes)
    ranges = zip(map(chr, first), map(chr, last), strict=True)
    return "[" + "".join(f"{re.escape(low)}-{re.escape(high)}" for low, high in ranges) + "]"


# A stretch without blanks that an address could be, and in it what may stand for a digit or a mark, however often it
# was written over again ("%252D").
_ADDRESS = re.compile(r"\S*%\S*")
_ADDRESS_SIGN = re.compile("[/:=?&]")
_ENCODED = re.compile("%(?:25)*+([2-3][0-9A-Fa-f]|5[Ff])")

_HIDDEN = re.compile(_class(_INVISIBLE))
_FOREIGN_DIGIT = re.compile(_class(set(_DIGITS)))
_HIDDEN_BYTES = "".join(character for character in _INVISIBLE if ord(character) < 0x100).encode("latin-1")
_DISGUISE = re.compile(_class(_INVISIBLE | set(_DIGITS)))


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without invisible characters and with plain digits, that remembers where each character was."""

    text: str
    # For each step that removed characters, the last first: their places in what it left, ascending.
    _removed_at: list[list[int]]

    def origin(self, index: int) -> int:
        """The place in the original text of the character at `index`."""
        for places in self._removed_at:
            index += bisect_right(places, index)
        return index


def plain(text: str) -> PlainText:
    """Takes the disguises off; an ordinary text passes through untouched, after one quick search."""
    removed: list[list[int]] = []
    if "%" in text:
        text = _decoded(text, removed)
    if not _is_disguised(text):
        return PlainText(text, removed)
    text = _FOREIGN_DIGIT.sub(lambda match: _DIGITS[match[0]], text)
    removed_at = [match.start() - count for count, match in enumerate(_HIDDEN.finditer(text))]
    return (
        PlainText(_HIDDEN.sub("", text), [removed_at, *removed]) if removed_at else PlainText(text, removed)
    )


def _decoded(text: str, removed: list[list[int]]) -> str:
    """Addresses as whoever follows them sees them."""
    parts: list[str] = []
    removed_at: list[int] = []
    end = length = 0
    for address in _ADDRESS.finditer(text):
        if not _ADDRESS_SIGN.search(address[0]):
            continue
        for match in _ENCODED.finditer(text, address.start(), address.end()):
            parts += [text[end : match.start()], chr(int(match[1], 16))]
            length += match.start() - end + 1
            end = match.end()
            removed_at += [length] * (end - match.start() - 1)
    if not parts:
        return text
    removed.append(removed_at)
    return "".join([*parts, text[end:]])


def _is_disguised(text: str) -> bool:
    """Western text is told by its bytes, which is several times faster than a search."""
    try:
        western = text.encode("latin-1")
    except UnicodeEncodeError:
        return bool(_DISGUISE.search(text))
    return len(western.translate(None, _HIDDEN_BYTES)) < len(western)
