"""Office files are archives of XML. Members are read in pieces and counted as they unpack."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any, Final
from xml.parsers import expat

from .limits import CannotBeReadError, Limits

_PIECE: Final = 256 * 1024

# What damage and passwords raise, in the archive, in its compression and in its XML.
DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError),
    *(EOFError, LookupError, OSError, RuntimeError, ValueError),
)

# What ends a line, and what stands for a character, in texts, sheets and slides of both families.
BREAKS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("p", "h", "br", "cr", "line-break", "table-row", "tr", "si", "pt"), "\n"),
    **dict.fromkeys(("tab", "table-cell", "tc"), "\t"),
    "s": " ",
    "noBreakHyphen": "-",
}
# Attributes that hold words: alternative texts, tips and link targets.
WORDY: Final = frozenset({"descr", "title", "alt", "tooltip", "href", "Target", "name"})
# What a pivot table remembers of its source.
_REMEMBERED: Final = re.compile("^xl/pivotCache/")
# Elements whose text is not in the running line.
ASIDES: Final = frozenset({"instrText", "annotation", "creator", "date"})


@contextmanager
def opened(stream: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """Damage and passwords come out as one kind of error."""
    try:
        with zipfile.ZipFile(stream) as archive:
            yield archive
    except DAMAGE as error:
        raise CannotBeReadError from error


@dataclass
class XmlText:
    """Gathers the text of one member; text outside the running line comes after it."""

    breaks: Mapping[str, str] = field(default_factory=lambda: BREAKS)
    running: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    # Separates every element's text from the next, as document properties need.
    loose: bool = False
    wordy: frozenset[str] = WORDY
    _aside: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name in ASIDES:
            self._aside += 1
        for attribute, value in attributes.items():
            if local(attribute) in self.wordy:
                self.apart.append(value)

    def end(self, tag: str) -> None:
        name = local(tag)
        if name in ASIDES:
            self._aside -= 1
            self.apart.append("\n")
        if self.loose:
            self.running.append("\n\n")
        elif name in self.breaks:
            self.running.append(self.breaks[name])

    def text(self, data: str) -> None:
        (self.apart if self._aside else self.running).append(data)

    def result(self) -> str:
        return "".join(self.running) + "\n\n" + "\n\n".join(self.apart)


def local(tag: str) -> str:
    """The name without its namespace prefix."""
    return tag.rpartition(":")[2]


def feed(
    archive: zipfile.ZipFile,
    member: str,
    limits: Limits,
    *,
    start: Callable[[str, dict[str, str]], Any],
    end: Callable[[str], Any],
    text: Callable[[str], Any],
) -> None:
    """Parse one member. A document type declaration, the door to entity bombs, is refused."""
    limits.take_part()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    with archive.open(member) as part:
        while piece := part.read(_PIECE):
            limits.take(len(piece))
            parser.Parse(piece, False)
        parser.Parse(b"", True)


def _refuse(*_args: object) -> None:
    raise CannotBeReadError


def member_text(archive: zipfile.ZipFile, member: str, limits: Limits, *, loose: bool = False) -> str:
    """The text of one XML member."""
    wordy = WORDY | {"v"} if _REMEMBERED.match(member) else WORDY
    gathered = XmlText(loose=loose, wordy=wordy)
    feed(archive, member, limits, start=gathered.start, end=gathered.end, text=gathered.text)
    return gathered.result()
