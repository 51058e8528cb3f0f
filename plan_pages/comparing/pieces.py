"""Stretches of a line that were kept, added or removed, and how they are marked on a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

type PieceKind = Literal["kept", "added", "removed"]

_HIDDEN = '<span class="visually-hidden" lang="{}">{}</span>'


@dataclass(frozen=True, slots=True)
class Piece:
    kind: PieceKind
    text: str


def marked(pieces: Iterable[Piece]) -> SafeString:
    """`ins` and `del` with words around them that are read aloud: some screen readers pass over the elements.

    The words are in the language of the page and say so; around them stands the language of the document. Made here
    and not in a template: a page can hold thousands of pieces.
    """
    frames = _frames(get_language() or "")
    parts: list[str] = []
    for piece in pieces:
        start, end = frames[piece.kind]
        parts += (start, escape(piece.text), end)
    return mark_safe("".join(parts))  # noqa: S308 - every piece is escaped, the frames are ours


@cache
def _frames(language: str) -> dict[PieceKind, tuple[str, str]]:
    """What stands around each kind; `language` is the active one."""
    removed, end_of_removed, added, end_of_added = (
        format_html(_HIDDEN, language, words)
        for words in (
            "[" + _("removed:") + " ",
            " " + _("end of removed") + "]",
            "[" + _("added:") + " ",
            " " + _("end of added") + "]",
        )
    )
    return {
        "kept": ("", ""),
        "removed": (f"<del>{removed}", f"{end_of_removed}</del>"),
        "added": (f"<ins>{added}", f"{end_of_added}</ins>"),
    }
