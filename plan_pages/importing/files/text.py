"""Plain text, as extracted from a PDF or written by hand."""

from django.utils.translation import gettext as _

from plan_pages.importing.lines import BLANK, Line
from plan_pages.importing.refusal import ImportRefusedError

MOST_CONTROL_CHARACTERS = 0.02


def decode(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows' Latin; a binary file is refused."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _checked(content.decode("utf-16", errors="replace"))
    try:
        return _checked(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _checked(content.decode("cp1252", errors="replace"))


def _checked(text: str) -> str:
    control = sum(1 for character in text if character < " " and character not in "\t\n\r\f\v")
    if "\x00" in text or control > len(text) * MOST_CONTROL_CHARACTERS:
        raise ImportRefusedError(
            _("The file is not a text document; choose a .docx, .odt, .pdf, .html or .txt file.")
        )
    return text


def read_text(text: str) -> list[Line]:
    """Lines are broken at the margin where they come from a PDF; a form feed is a page break."""
    raw_lines = text.replace("\f", "\n").splitlines()
    return [Line(raw, wraps=True) if raw.strip() else BLANK for raw in raw_lines]
