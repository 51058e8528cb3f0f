"""The words a picture carries beside what it shows: title, comment, description."""

from collections.abc import Iterator
from typing import IO, Any

from PIL import ExifTags, Image

from .limits import Limits
from .plain import decode

_EXIF_BLOCKS = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo)


def read_picture(stream: IO[bytes], limits: Limits) -> str:
    """Whether it is a picture at all is for the form's own field to say."""
    try:
        with Image.open(stream) as picture:
            exif = picture.getexif()
            values = [*picture.info.values(), *exif.values()]
            values += [value for block in _EXIF_BLOCKS for value in exif.get_ifd(block).values()]
    except Exception:
        # Damaged metadata must not stop a picture, and Pillow raises many kinds of errors.
        return ""
    text = "\n\n".join(words for value in values for words in _words(value))
    limits.take(len(text))
    return text


def _words(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case bytes() if len(value) <= 65_536:
            yield decode(value)
        case tuple() | list():
            for item in value:
                yield from _words(item)
        case dict():
            for item in value.values():
                yield from _words(item)
