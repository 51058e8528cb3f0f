"""Text files, web pages, and the old binary office formats as far as plain searching goes."""

import re
from typing import IO

from handslag.privacy.markup import read_markup

from .limits import Limits

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_RTF_NOISE = re.compile(r"\\(?:[a-z]+-?\d* ?|'[0-9a-f]{2}|\*)|[{}]|\r?\n")


def read_plain(stream: IO[bytes], limits: Limits) -> str:
    return decode(limits.read(stream))


def read_web_page(stream: IO[bytes], limits: Limits) -> str:
    markup = read_markup(decode(limits.read(stream)))
    return "\n\n".join([markup.visible, *markup.hidden])


def read_old_format(stream: IO[bytes], limits: Limits) -> str:
    """Text in these lies in runs of one or two bytes a character; control words of RTF are dropped."""
    content = limits.read(stream)
    if content.startswith(b"{\\rtf"):
        return _RTF_NOISE.sub("", content.decode("cp1252", "replace"))
    two_bytes = (content[start:].decode("utf-16-le", "replace") for start in (0, 1))
    return "\n\n".join([content.decode("latin-1"), *two_bytes])


def decode(content: bytes) -> str:
    """By byte order mark, else UTF-8, else the old Western code page, in which every digit is the same."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content[:200]:
        even, odd = content[:200:2].count(0), content[1:200:2].count(0)
        return content.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
