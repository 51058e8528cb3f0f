"""A PDF as its readers' programs see it."""

import re

import pypdfium2
import pypdfium2.raw

# What PDFium gives where a word was divided at the end of a line.
DIVIDED = re.compile("[\x02\ufffe]\\s*")
# Isolates of bidirectional text; they stand around what was written and are not part of it.
ISOLATES = re.compile("[\u2066-\u2069]")


def opened(content: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(content)


def pages_of(content: bytes) -> list[str]:
    """The words of each page, blanks made single."""
    return [
        " ".join(ISOLATES.sub("", DIVIDED.sub("", page.get_textpage().get_text_bounded())).split())
        for page in opened(content)
    ]


def words_of(content: bytes) -> str:
    return " ".join(pages_of(content))


def unspaced(text: str) -> str:
    """For what may break over lines anywhere."""
    return "".join(text.split())


def farthest_right(content: bytes) -> float:
    """The right edge of the outermost sign, in points."""
    pages = [page.get_textpage() for page in opened(content)]
    return max(page.get_charbox(index)[2] for page in pages for index in range(page.count_chars()))


def is_tagged(content: bytes) -> bool:
    document = opened(content)
    return bool(pypdfium2.raw.FPDFCatalog_IsTagged(document.raw))


def links_of(content: bytes) -> set[str]:
    return {match.decode() for match in re.findall(rb"/URI ?\(([^)]*)\)", content)}
