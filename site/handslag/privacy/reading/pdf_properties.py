"""The properties that a PDF carries as XML (XMP, ISO 16684-1), which PDFium does not show."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

from handslag.privacy.markup import read_markup

from .limits import Limits
from .plain import decode

# A stream of XML says so in the dictionary before it.
_SUBTYPE, _XML = b"/Subtype", b"/XML"
_BEGUN = re.compile(rb"\bstream\r?\n")
_END = b"endstream"
_LONGEST_DICTIONARY = 400
# Where it is not compressed it stands between these, whatever is said before it.
_BEGINS, _ENDS = b"<x:xmpmeta", b"</x:xmpmeta>"


def embedded_properties(content: bytes, limits: Limits) -> Iterator[str]:
    read: list[tuple[int, int]] = []
    for begin in _streams_of_xml(content, limits):
        end = content.find(_END, begin)
        read.append((begin, end if end >= 0 else len(content)))
        yield _words(_unpacked(content[begin : read[-1][1]], limits))
    end = 0
    while (begin := content.find(_BEGINS, end)) >= 0 and (end := content.find(_ENDS, begin)) >= 0:
        limits.take_part()
        if not any(first <= begin < last for first, last in read):
            yield _words(content[begin:end])


def _streams_of_xml(content: bytes, limits: Limits) -> Iterator[int]:
    place = -1
    while (place := content.find(_XML, place + 1)) >= 0:
        limits.take_part()
        before = content[max(0, place - len(_SUBTYPE) - 2) : place]
        if _SUBTYPE in before and (begun := _BEGUN.search(content, place, place + _LONGEST_DICTIONARY)):
            yield begun.end()


def _unpacked(body: bytes, limits: Limits) -> bytes:
    """As it stands where it is not compressed. What is encrypted or damaged holds no words for anybody."""
    with suppress(zlib.error):
        body = zlib.decompressobj().decompress(body, max(1, limits.remaining + 1))
    limits.take(len(body))
    return body


def _words(xml: bytes) -> str:
    markup = read_markup(decode(xml))
    return "\n\n".join([markup.visible, *markup.hidden])
