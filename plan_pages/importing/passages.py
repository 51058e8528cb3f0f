"""A section's blocks as passages: running text, and the commitments at the places where they stand."""

from collections.abc import Callable, Iterator, Sequence

from plan_pages.documents import Commitment, Item, List, Paragraph, Run, Text
from plan_pages.documents.model import Passage
from plan_pages.documents.rich_text import Block as RichBlock
from plan_pages.importing.blocks import Block
from plan_pages.importing.commitments import Piece, in_pieces


def body_of(blocks: Sequence[Block], new_id: Callable[[], str]) -> Iterator[Passage]:
    """All words once, in their order; the marks before items are shown by the list and are no words."""
    waiting: list[RichBlock] = []
    for run in _runs(list(in_pieces(blocks))):
        if not any(piece.obligation for _block, pieces in run for piece in pieces):
            waiting += blocks_of([block for block, _pieces in run])
            continue
        for block, piece, is_first in _one_by_one(run):
            if piece.obligation is None:
                waiting.append(_paragraph(piece.text, block, first=is_first))
                continue
            if waiting:
                yield Text(id=new_id(), blocks=tuple(waiting))
                waiting = []
            yield Commitment(id=new_id(), text=piece.text, obligation=piece.obligation, lead=piece.lead)
    if waiting:
        yield Text(id=new_id(), blocks=tuple(waiting))


def blocks_of(blocks: Sequence[Block]) -> Iterator[RichBlock]:
    """Without commitments: paragraphs and whole lists."""
    items: list[Block] = []
    for block in blocks:
        if block.is_item:
            items.append(block)
            continue
        yield from _lists(items)
        items = []
        yield Paragraph(runs=(Run(text=block.text),))
    yield from _lists(items)


def _runs(blocks: list[tuple[Block, list[Piece]]]) -> Iterator[list[tuple[Block, list[Piece]]]]:
    """A list whole, everything else by itself: a numbered list that is broken up would begin anew at 1."""
    run: list[tuple[Block, list[Piece]]] = []
    for block, pieces in blocks:
        if run and not (block.is_item and run[-1][0].is_item):
            yield run
            run = []
        run.append((block, pieces))
    if run:
        yield run


def _one_by_one(run: list[tuple[Block, list[Piece]]]) -> Iterator[tuple[Block, Piece, bool]]:
    for block, pieces in run:
        for position, piece in enumerate(pieces):
            yield block, piece, position == 0


def _paragraph(text: str, block: Block, *, first: bool) -> Paragraph:
    """An item of a list that commitments break up keeps its number as it is printed."""
    return Paragraph(runs=(Run(text=f"{block.marker} {text}" if block.marker and first else text),))


def _lists(items: Sequence[Block]) -> Iterator[RichBlock]:
    """One list per kind of mark on the outermost level; what stands deeper belongs to the item above it."""
    if not items:
        return
    outermost = min(item.depth for item in items)
    at = 0
    while at < len(items):
        ordered = bool(items[at].marker)
        end = at + 1
        while end < len(items) and (items[end].depth > outermost or bool(items[end].marker) == ordered):
            end += 1
        yield from _list(items[at:end], ordered=ordered)
        at = end


def _list(items: Sequence[Block], *, ordered: bool) -> Iterator[RichBlock]:
    outermost = items[0].depth
    starts = [at for at, item in enumerate(items) if item.depth <= outermost]
    if ordered and not _counts_from_one([items[at].marker for at in starts]):
        yield from (Paragraph(runs=(Run(text=f"{item.marker} {item.text}".strip()),)) for item in items)
        return
    yield List(
        ordered=ordered,
        items=tuple(
            Item(
                runs=(Run(text=items[at].text),),
                lists=tuple(found for found in _lists(items[at + 1 : end]) if isinstance(found, List)),
            )
            for at, end in zip(starts, [*starts[1:], len(items)], strict=True)
        ),
    )


def _counts_from_one(markers: Sequence[str]) -> bool:
    """A list is shown with its own count from 1; one that begins elsewhere keeps its printed numbers."""
    bare = [marker.strip("().: ").lower() for marker in markers]
    figures = [str(count) for count in range(1, len(bare) + 1)]
    letters = [chr(ord("a") + count) for count in range(len(bare))]
    return bare in (figures, letters)
