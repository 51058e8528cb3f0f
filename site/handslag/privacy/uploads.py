"""The text inside an uploaded file, read within bounds, so that it can be scanned before the file is kept."""

import io
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import IO, Any, Final, Protocol

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .reading.limits import CannotBeReadError, Limits, TooLargeToReadError
from .reading.office import read_office, read_open_document, read_spreadsheet
from .reading.parts import Part, Reader, one_part
from .reading.pdf import read_pdf
from .reading.pictures import read_picture
from .reading.plain import read_old_format, read_plain, read_web_page


class File(Protocol):
    """What Django's files have in common: a name, and content that can be read from the start."""

    name: str | None

    def open(self, mode: str = "rb") -> Any: ...


READERS: Final[Mapping[str, Reader]] = {
    **dict.fromkeys(("docx", "docm", "dotx", "pptx", "pptm", "ppsx"), read_office),
    **dict.fromkeys(("xlsx", "xlsm", "xltx"), read_spreadsheet),
    **dict.fromkeys(("odt", "ods", "odp", "ott"), read_open_document),
    "pdf": read_pdf,
    **dict.fromkeys(
        ("txt", "csv", "tsv", "md", "json", "ics", "vcf", "log", "po"), one_part(read_plain, has_lines=True)
    ),
    **dict.fromkeys(("html", "htm", "xhtml", "xml", "svg"), one_part(read_web_page)),
    **dict.fromkeys(("doc", "xls", "ppt", "rtf", "msg", "bin"), one_part(read_old_format)),
    **dict.fromkeys(
        ("jpg", "jpeg", "png", "gif", "webp", "avif", "tif", "tiff", "heic"), one_part(read_picture)
    ),
}


# How many files may lie in each other.
DEEPEST: Final = 3


class UnreadableUploadError(ValidationError):
    """A file that claims to be of a kind we read, and cannot be read: it would pass unscanned."""


NOT_READABLE: Final[Promise] = gettext_lazy(
    "The file could not be read, so it cannot be checked for personal identity numbers;"
    " save it again without a password and upload it anew."
)
TOO_LARGE: Final[Promise] = gettext_lazy(
    "The file is too large to be checked for personal identity numbers; divide it and upload the parts."
)


def text_of(file: File, limits: Limits | None = None) -> str:
    """All of `parts_of` in one."""
    return "\n\n".join(part.text for part in parts_of(file, limits))


def parts_of(file: File, limits: Limits | None = None) -> list[Part]:
    """All text in the file, metadata, comments and files inside it included; none for kinds that hold none (sound,
    film).

    Raises UnreadableUploadError. The file is left open and wound back, as a form expects it.
    """
    if extension_of(file.name or "") not in READERS:
        return []
    limits = limits or Limits.from_now(time.monotonic())
    stream = _opened(file)
    try:
        return list(_read(file.name or "", stream, limits, DEEPEST))
    except TooLargeToReadError as error:
        raise UnreadableUploadError(str(TOO_LARGE), code="too_large_to_check") from error
    except CannotBeReadError as error:
        raise UnreadableUploadError(str(NOT_READABLE), code="not_readable") from error
    finally:
        stream.seek(0)


def _read(name: str, stream: IO[bytes], limits: Limits, deeper: int) -> Iterator[Part]:
    """What lies deeper than anybody puts it is refused as too large: it would pass unscanned."""
    reader = READERS.get(extension_of(name))
    if reader is None:
        return
    if deeper < 0:
        raise TooLargeToReadError
    for found in reader(stream, limits):
        if isinstance(found, Part):
            yield found
            continue
        place = _("in a file inside the file")
        yield Part(found.name, place)
        for part in _read(found.name, io.BytesIO(found.content), limits, deeper - 1):
            yield Part(part.text, ", ".join(filter(None, [place, part.place])), part.marks, part.has_lines)


def extension_of(name: str) -> str:
    return PurePath(re.sub(r"[\s.]+$", "", name)).suffix.lower().removeprefix(".")


def _opened(file: File) -> IO[bytes]:
    opened = file.open("rb") or file
    stream: Any = getattr(opened, "file", None) or opened
    stream.seek(0)
    binary: IO[bytes] = stream
    return binary
