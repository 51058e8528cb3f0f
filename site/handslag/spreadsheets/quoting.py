"""Cells on a page: a message says where a number that points out a person stands, and never repeats it."""

from django.utils.translation import gettext as _

from handslag.privacy.scanner import blocking

LONGEST = 40


def quoted(cell: str) -> str:
    """The beginning of a cell, for a sentence about it. A cut may make a number of what was none."""
    return unless_personal(cell.strip(), cell.strip()[:LONGEST])


def unless_personal(cell: str, shown: str = "") -> str:
    """What may be shown of a cell: `shown`, or the whole of it."""
    shown = shown or cell
    return _("(not shown)") if blocking(cell) or blocking(shown) else shown
