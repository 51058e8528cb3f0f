"""The properties that a PDF carries as XML (XMP, ISO 16684-1), which PDFium does not show."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

from handslag.privacy.markup import read_markup

from .limits import Limits
from .plain import decode

# A stream of XML says so in the dictionary before it.
_STREAM = re.compile(rb"/Subtype\s*/XML\b[^\x00]{0,400}?\bstream\r?\n", re.DOTALL)
_END = b"endstream"
# Where it is not compressed it stands between these, whatever is said before it.
_BEGINS, _ENDS = b"<x:xmpmeta", b"</x:xmpmeta>"


def embedded_properties(content: bytes, limits: Limits) -> Iterator[str]:
    read_to = 0
    for match in _STREAM.finditer(content):
        limits.take_part()
        end = content.find(_END, match.end())
        yield _words(_unpacked(content[match.end() : end if end >= 0 else None], limits))
        if end < 0:
            return
        read_to = end
    while (begin := content.find(_BEGINS, read_to)) >= 0 and (end := content.find(_ENDS, begin)) >= 0:
        limits.take_part()
        yield _words(content[begin:end])
        read_to = end


def _unpacked(body: bytes, limits: Limits) -> bytes:
    """As it stands where it is not compressed. What is encrypted or damaged holds no words for anybody."""
    with suppress(zlib.error):
        body = zlib.decompressobj().decompress(body, max(1, limits.remaining + 1))
    limits.take(len(body))
    return body


def _words(xml: bytes) -> str:
    markup = read_markup(decode(xml))
    return "\n\n".join([markup.visible, *markup.hidden])
