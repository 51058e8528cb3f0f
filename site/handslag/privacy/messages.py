"""What a person is told: where it is and what to do, and never the number itself."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .findings import Finding
from .reading.parts import Part
from .scanner import blocking
from .texts import Piece

CODE = "personal_data"
# In a short text the place is obvious.
_LONG = 120
_EXCERPT = 40


class PersonalDataFound(ValidationError):  # noqa: N818 - named for what it says, as DoesNotExist is
    """A text holds a number that points out a person. Its message never repeats the number."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code=CODE)


def is_personal_data(error: ValidationError) -> bool:
    """True also where a model's `full_clean()` has gathered the error with others."""
    gathered = error.error_dict.values() if hasattr(error, "error_dict") else [error.error_list]
    return any(single.code == CODE for errors in gathered for single in errors)


def describe(pieces: Iterable[Piece], label: str = "") -> str | None:
    """One message for all that was found in a field, or None when there is nothing."""
    found = [(piece, finding) for piece in pieces for finding in blocking(piece.text)]
    if not found:
        return None
    piece, finding = found[0]
    parts = [_what(finding, label), _where(piece, finding)]
    if len(found) > 1:
        more = len(found) - 1
        parts.append(
            ngettext("and in %(count)d more place", "and in %(count)d more places", more) % {"count": more}
        )
    return " ".join(filter(None, parts)) + ". " + str(finding.advice)


def refuse(pieces: Iterable[Piece], label: str = "") -> None:
    """Raise when something is found."""
    if message := describe(pieces, label):
        raise PersonalDataFound(message)


def _what(finding: Finding, label: str) -> str:
    if label:
        return _("“%(field)s” holds what looks like a %(kind)s") % {"field": label, "kind": finding.name}
    return _("This holds what looks like a %(kind)s") % {"kind": finding.name}


def _where(piece: Piece, finding: Finding) -> str:
    if piece.part is not None:
        return _where_in_file(piece.part, finding)
    places = []
    if piece.where:
        places.append(_("in the part “%(part)s”") % {"part": piece.where})
    if len(piece.text) > _LONG:
        places.append(_("at character %(place)d") % {"place": finding.start + 1})
        if beginning := _beginning_of_paragraph(piece.text, finding):
            places.append(_("in the paragraph that begins “%(beginning)s …”") % {"beginning": beginning})
    return ", ".join(places)


def _where_in_file(part: Part, finding: Finding) -> str:
    """A person sees pages, cells and lines; characters are of the text as we read it."""
    places = [part.place]
    if cell := part.mark_at(finding.start):
        places.append(_("in the cell %(cell)s") % {"cell": cell})
    elif part.has_lines:
        places.append(_("on line %(number)d") % {"number": part.text.count("\n", 0, finding.start) + 1})
    elif len(part.text) > _LONG and (beginning := _beginning_of_paragraph(part.text, finding)):
        places.append(_("in the paragraph that begins “%(beginning)s …”") % {"beginning": beginning})
    return ", ".join(filter(None, places))


def _beginning_of_paragraph(text: str, finding: Finding) -> str:
    """The first words, cut before the first thing found in them."""
    start = text.rfind("\n", 0, finding.start) + 1
    paragraph = text[start : start + _EXCERPT]
    first = min((other.start for other in blocking(text[start : finding.end])), default=len(paragraph))
    words = paragraph[:first]
    # A cut word at the end would look like a misprint.
    return words.rsplit(maxsplit=1)[0].strip() if len(words) == _EXCERPT and " " in words else words.strip()
