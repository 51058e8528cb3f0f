"""Two parts that are the same thing, into one line with what differs."""

from itertools import groupby

from .details import details_between
from .lines import Formatting, Line, LineStatus
from .parts import PLAIN, Part
from .pieces import Piece, PieceKind
from .words import Block, Token, common_blocks


def line_of(part: Part, status: LineStatus, elsewhere: str = "") -> Line:
    """A line without counterpart: new, gone, or left for another section."""
    kind: PieceKind = {"new": "added", "removed": "removed"}.get(status, "kept")  # type: ignore[assignment]  # values of PieceKind
    new_links = _links(part, 0, len(part.tokens)) if status == "new" and not part.is_plain else []
    return Line(
        kind=part.kind,
        status=status,
        pieces=(Piece(kind, part.text),) if part.text else (),
        id=part.id,
        anchor=part.commitment.anchor if part.commitment else "",
        elsewhere=elsewhere,
        marker=part.marker,
        depth=part.depth,
        obligation=part.commitment.obligation if part.commitment else "",
        formatting=tuple(new_links),
    )


def line_between(before: Part, after: Part, *, moved: bool = False, elsewhere: str = "") -> Line:
    pieces, formatting = _pieces_between(before, after)
    details = details_between(before, after)
    status: LineStatus = "same"
    if details or any(piece.kind != "kept" for piece in pieces):
        status = "changed"
    elif formatting:
        status = "formatting"
    return Line(
        kind=after.kind,
        status=status,
        pieces=pieces,
        id=after.id,
        anchor=after.commitment.anchor if after.commitment else "",
        moved=moved,
        elsewhere=elsewhere,
        marker=after.marker,
        depth=after.depth,
        obligation=after.commitment.obligation if after.commitment else "",
        details=details,
        formatting=formatting,
    )


def _pieces_between(before: Part, after: Part) -> tuple[tuple[Piece, ...], tuple[Formatting, ...]]:
    if before.key == after.key and before.is_plain and after.is_plain:
        return (Piece("kept", after.text),) if after.text else (), ()
    words_before = [word for word, _ in before.tokens]
    words_after = [word for word, _ in after.tokens]
    if words_before == words_after:
        blocks = [(0, 0, len(words_after))]
        pieces: tuple[Piece, ...] = (Piece("kept", after.text),) if after.text else ()
    else:
        blocks = common_blocks(words_before, words_after)
        pieces = _Pieces(before.tokens, after.tokens).read(blocks)
    if before.is_plain and after.is_plain:
        return pieces, ()
    return pieces, tuple(_formatting(before, after, blocks))


class _Pieces:
    """Pieces from the blocks in common. A blank that only one side has stands in that side's piece."""

    def __init__(self, before: list[Token], after: list[Token]) -> None:
        self._before, self._after = before, after
        self._out: list[Piece] = []
        self._kept = self._removed = self._added = ""

    def read(self, blocks: list[Block]) -> tuple[Piece, ...]:
        i = j = 0
        for place_before, place_after, length in [*blocks, (len(self._before), len(self._after), 0)]:
            self._removed += _joined(self._before[i:place_before])
            self._added += _joined(self._after[j:place_after])
            i, j = place_before + length, place_after + length
            self._keep(self._before[place_before:i], self._after[place_after:j])
        self._close_changes()
        self._close_kept()
        return tuple(self._out)

    def _keep(self, before: list[Token], after: list[Token]) -> None:
        if not after:
            return
        self._close_changes()
        for (_, blank_before), (word, blank_after) in zip(before, after, strict=True):
            if self._removed or self._added:
                self._close_changes()
            if bool(blank_before) == bool(blank_after):
                self._kept += word + blank_after
            else:
                self._kept += word
                self._removed, self._added = blank_before, blank_after

    def _close_changes(self) -> None:
        removed, added = self._removed, self._added
        if not removed and not added:
            return
        if removed[:1].isspace() and added[:1].isspace():
            self._kept += added[0]
            removed, added = removed[1:], added[1:]
        tail = ""
        if removed[-1:].isspace() and added[-1:].isspace():
            tail = added[-1]
            removed, added = removed[:-1], added[:-1]
        self._close_kept()
        if removed:
            self._out.append(Piece("removed", removed))
        if added:
            self._out.append(Piece("added", added))
        self._kept, self._removed, self._added = tail, "", ""

    def _close_kept(self) -> None:
        if self._kept:
            self._out.append(Piece("kept", self._kept))
            self._kept = ""


def _joined(tokens: list[Token]) -> str:
    return "".join([word + blank for word, blank in tokens])


def _formatting(before: Part, after: Part, blocks: list[Block]) -> list[Formatting]:
    """Kept words in another style, and where new words lead: a board must see an address before it decides it."""
    found: list[Formatting] = []
    end = 0
    for place_before, place_after, length in [*blocks, (len(before.tokens), len(after.tokens), 0)]:
        found += _links(after, end, place_after)
        end = place_after + length
        styles = zip(before.styles[place_before:], after.styles[place_after:end], strict=False)
        for (was, now), stretch in groupby(enumerate(styles, place_after), key=lambda pair: pair[1]):
            if was != now:
                places = [place for place, _ in stretch]
                found.append(Formatting(_words(after, places[0], places[-1] + 1), was, now))
    return found


def _links(part: Part, start: int, end: int) -> list[Formatting]:
    found: list[Formatting] = []
    for style, stretch in groupby(range(start, end), key=lambda place: part.styles[place]):
        if style != PLAIN and style.href:
            places = list(stretch)
            found.append(Formatting(_words(part, places[0], places[-1] + 1), None, style))
    return found


def _words(part: Part, start: int, end: int) -> str:
    return _joined(part.tokens[start:end]).strip()
