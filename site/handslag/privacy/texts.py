"""Which texts an instance holds, whatever the kind of field, and where a person would look for each."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.rich_text import RichText

from .markup import read_markup
from .reading.parts import Part
from .uploads import parts_of

_TEXT_FIELDS = (models.CharField, models.TextField, models.JSONField, models.FileField, StreamField)
# A number saved as a figure and not as a text.
_MANY_DIGITS = 10**8
_TOO_MANY_DIGITS = 10**13

# The ids of blocks and translations; a number in one is chance.
_UNIQUE_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of text within a value; `where`, the name of a part of it, is empty when the value is one text.
    `part`: as it was read from a file, which says in other words where it is."""

    text: str
    where: str = ""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class FieldText:
    """One stretch of text of an instance."""

    field: str
    label: str
    text: str
    where: str = ""


def is_text_field(field: "models.Field[Any, Any]") -> bool:
    """Free text; a field with choices holds a value of ours."""
    return isinstance(field, _TEXT_FIELDS) and not field.choices


def texts_of(instance: models.Model) -> Iterator[FieldText]:
    """Everything written in the instance's own fields, inherited ones included."""
    for field in instance._meta.concrete_fields:
        if is_text_field(field):
            for piece in pieces_of(getattr(instance, field.attname)):
                yield FieldText(field.name, str(capfirst(field.verbose_name)), piece.text, piece.where)


def pieces_of(value: Any) -> Iterator[Piece]:
    """The texts in a value of any field."""
    match value:
        case int() | float() if _MANY_DIGITS <= abs(value) < _TOO_MANY_DIGITS:
            yield Piece(f"{value:.0f}")
        case FieldFile():
            yield from _pieces_of_file(value)
        case StreamValue():
            yield from _pieces_of_stream(value)
        case RichText():
            yield from _pieces_of_string(value.source)
        case str():
            yield from _pieces_of_string(value)
        case dict():
            yield from pieces_of([*value, *value.values()])
        case list() | tuple() | set():
            for item in value:
                yield from pieces_of(item)


def _pieces_of_string(value: str) -> Iterator[Piece]:
    if _UNIQUE_ID.fullmatch(value):
        return
    if value[:1] in ("[", "{") and (pieces := _pieces_of_json(value)) is not None:
        yield from pieces
        return
    markup = read_markup(value)
    yield Piece(markup.visible)
    yield from map(Piece, markup.hidden)


def _pieces_of_json(value: str) -> list[Piece] | None:
    """None where it is no JSON, or nested deeper than anything that the site stores: then it is read as text."""
    try:
        return list(pieces_of(json.loads(value)))
    except (ValueError, RecursionError):
        return None


def _pieces_of_stream(value: StreamValue) -> Iterator[Piece]:
    """Block by block, so that the message can say which; the raw form of a block holds all that is in it."""
    for child, raw in zip(value, value.get_prep_value(), strict=True):
        for piece in pieces_of(raw["value"]):
            yield Piece(piece.text, str(child.block.label or child.block_type))


def _pieces_of_file(file: FieldFile) -> Iterator[Piece]:
    if not file.name:
        return
    yield _piece_of_name(file.name)
    # What is in the store has passed; only what is on its way in is read.
    if not file._committed:  # type: ignore[attr-defined]  # Django says it nowhere else
        yield from _pieces_in(file.file)


def pieces_of_upload(upload: UploadedFile) -> Iterator[Piece]:
    """Its name and what is in it. Raises UnreadableUploadError."""
    yield _piece_of_name(upload.name or "")
    yield from _pieces_in(upload)


def _piece_of_name(name: str) -> Piece:
    name = PurePath(name).name
    return Piece(name, part=Part(name, _("in the file's name")))


def _pieces_in(upload: Any) -> list[Piece]:
    """The form asks, and then the last fence; the file is read once."""
    pieces: list[Piece] | None = getattr(upload, "handslag_pieces", None)
    if pieces is None:
        pieces = upload.handslag_pieces = [Piece(part.text, part=part) for part in parts_of(upload)]
    return pieces
