"""Documents that are zip archives, opened within bounds: a small file may unpack to more than the machine has."""

import io
import zipfile

from django.utils.translation import gettext as _

from plan_pages.importing.refusal import ImportRefusedError

LARGEST_UNPACKED = 150 * 1024 * 1024
# A plan of 300 pages has a text part of about 10 MB; 20 MB of XML are read in about a second.
LARGEST_PART = 20 * 1024 * 1024
MOST_PARTS = 5_000
ENCRYPTED = 0x1


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Raises ImportRefusedError: damaged, encrypted, or far larger unpacked than a document is.

    Archives inside the archive are never opened, so what they hold does not matter.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ImportRefusedError(
            _("The file is damaged and cannot be opened; save it anew and try again.")
        ) from None
    parts = archive.infolist()
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise ImportRefusedError(_("The file is protected by a password; save it without one and try again."))
    text_parts = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > LARGEST_UNPACKED
        or max(text_parts, default=0) > LARGEST_PART
    ):
        raise ImportRefusedError(_("The file unpacks to far more than a document holds and is not opened."))
    return archive
