"""Files into lines, by what a file is and not by what it is called."""

from pathlib import Path

from django.utils.translation import gettext as _

from plan_pages.importing.files.kinds import lines_of
from plan_pages.importing.lines import Line
from plan_pages.importing.refusal import ImportRefusedError

LARGEST = 20 * 1024 * 1024


def read_lines(path: Path) -> list[Line]:
    """Raises ImportRefusedError: missing, unreadable, or what `read_lines_from` refuses."""
    if path.is_dir():
        raise ImportRefusedError(
            _("%(name)s is a folder; choose a file in it.") % {"name": _printable(path.name)}
        )
    if not path.is_file():
        raise ImportRefusedError(
            _("There is no file %(name)s; check the name.") % {"name": _printable(path.name)}
        )
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large()
        content = path.read_bytes()
    except OSError:
        raise ImportRefusedError(
            _("The file %(name)s may not be read; check who may open it.") % {"name": _printable(path.name)}
        ) from None
    return read_lines_from(content, path.name)


def read_lines_from(content: bytes, name: str) -> list[Line]:
    """Raises ImportRefusedError: empty, too large, encrypted, damaged, of another kind."""
    if len(content) > LARGEST:
        raise _too_large()
    if not content.strip():
        raise ImportRefusedError(_("The file is empty; choose another."))
    return lines_of(content, name)


def _too_large() -> ImportRefusedError:
    return ImportRefusedError(_("The file is larger than 20 MB; save it without pictures and try again."))


def _printable(name: str) -> str:
    """A name may hold line breaks and bytes that are no text; the sentence stays one line that can be written."""
    safe = name.encode("utf-8", "replace").decode()
    return "".join(character if character.isprintable() else "?" for character in safe)
