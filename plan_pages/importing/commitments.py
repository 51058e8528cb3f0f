"""Proposals for commitments: sentences that bind with ska, bör or kan (domain.md §0.4). An editor decides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plan_pages.importing.blocks import Block
from plan_pages.importing.labels import CELL
from plan_pages.importing.obligations import ENDS_WITH_MODAL, Obligation, obligation_of
from plan_pages.importing.sentences import sentences


@dataclass(frozen=True)
class Piece:
    """A stretch of a block, word for word: a binding sentence, or what stands between such.

    `lead` is the line that binds an item ("Kommunen ska:"), as it is printed before the list.
    """

    text: str
    obligation: Obligation | None = None
    lead: str = ""


@dataclass(frozen=True)
class ProposedCommitment:
    """`text` reads alone: an item has its lead before it. `obligation`: ska, bör or kan ("skall" counts as ska)."""

    text: str
    obligation: Obligation


def propose(blocks: Sequence[Block]) -> list[ProposedCommitment]:
    """One proposal per binding sentence; a list led in by "Kommunen ska:" gives one per item."""
    return [
        ProposedCommitment(_alone(piece, is_item=block.is_item), piece.obligation)
        for block, pieces in in_pieces(blocks)
        for piece in pieces
        if piece.obligation is not None
    ]


def in_pieces(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Piece]]]:
    """Every block with its pieces; their words in their order are the block's words."""
    lead = ""
    for block, following in zip(blocks, [*blocks, None][1:], strict=True):
        if block.is_item:
            yield block, _of_item(block.text, lead)
            continue
        lead = ""
        if CELL in block.text:
            yield block, _of_row(block.text)
            continue
        found = sentences(block.text)
        lead = _lead(found[-1], led_in=following is not None and following.is_item) if found else ""
        pieces = [Piece(sentence, obligation_of(sentence)) for sentence in (found[:-1] if lead else found)]
        yield block, _merged([*pieces, *([Piece(lead)] if lead else [])])


def _lead(sentence: str, *, led_in: bool) -> str:
    """The sentence that leads in a list: it ends with a colon, or with its verb right before the first item."""
    return sentence if sentence.endswith(":") or (led_in and ENDS_WITH_MODAL.search(sentence)) else ""


def _of_row(row: str) -> list[Piece]:
    """A table's cells bind each for itself: the one who answers for it and the year are not part of the promise."""
    cells = [
        _merged([Piece(part, obligation_of(part)) for part in sentences(cell)]) for cell in row.split(CELL)
    ]
    return _merged([piece for cell in cells for piece in cell], between=CELL)


def _of_item(item: str, lead: str) -> list[Piece]:
    """The lead's own verb binds every item; "målet är att:" leaves it to the item's."""
    opening = lead.removesuffix(":")
    if lead and (obligation := obligation_of(f"{opening}:")):
        return [Piece(item, obligation, lead)]
    if opening.endswith(" att"):
        obligation = obligation_of(f"{opening} {item}")
        return [Piece(item, obligation, lead if obligation else "")]
    return _merged([Piece(sentence, obligation_of(sentence)) for sentence in sentences(item)])


def _merged(pieces: Iterable[Piece], between: str = " ") -> list[Piece]:
    """What binds nobody stays together."""
    merged: list[Piece] = []
    for binds, group in groupby(pieces, key=lambda piece: piece.obligation is not None):
        together = list(group)
        merged += together if binds else [Piece(between.join(piece.text for piece in together))]
    return merged


def _alone(piece: Piece, *, is_item: bool) -> str:
    text = piece.text.rstrip(",; ") if is_item else piece.text
    return f"{piece.lead.removesuffix(':')} {text}" if piece.lead else text
