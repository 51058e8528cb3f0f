"""The document's headings seen together: contents pages, numbered lists, and which heading stands below which."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plan_pages.importing.blocks import DOT_LEADER, Block, blocks_of
from plan_pages.importing.lines import Line

CONTENTS = re.compile(
    r"^(?:innehåll|innehållsförteckning|innehållsöversikt)\s*:?(?:\s+\d{1,3})?$", re.IGNORECASE
)
PAGE_AT_END = re.compile(r"\D\s*\d{1,3}$")
LIST_FROM = 3
DEEPEST = 3


def to_blocks(lines: Sequence[Line]) -> list[Block]:
    """Raises nothing: what cannot be told apart stays as it is written."""
    return _settled(_without_contents(blocks_of(lines)))


def _without_contents(blocks: list[Block]) -> list[Block]:
    """The contents page: its heading, every entry with a page, and entries that return as headings later on."""
    plain = [_plain(block) for block in blocks]
    numbers = [block.number for block in blocks]
    kept: list[Block] = []
    # What comes for the second time is the heading itself.
    entries: set[str] = set()
    inside = False
    for position, block in enumerate(blocks):
        if CONTENTS.match(block.text):
            inside = True
            continue
        if DOT_LEADER.search(block.text):
            continue
        returns = plain[position] in plain[position + 1 :] or (
            block.number is not None and block.number in numbers[position + 1 :]
        )
        if inside and plain[position] not in entries and (returns or PAGE_AT_END.search(block.text)):
            entries.add(plain[position])
            continue
        inside = False
        kept.append(block)
    return kept


def _plain(block: Block) -> str:
    return re.sub(r"^[\d.\s]+|[\s.]*\d*$", "", block.text).casefold()


def _settled(blocks: list[Block]) -> list[Block]:
    """Numbered lines that follow each other with nothing in between are a list; so is one that begins anew at 1."""
    settled: list[Block] = []
    numbers: set[str] = set()
    among_styled = any(block.certain and block.is_heading for block in blocks)
    at = 0
    while at < len(blocks):
        end = at + 1
        if _is_candidate(blocks[at]):
            while end < len(blocks) and _is_candidate(blocks[end]) and _follows(blocks[end - 1], blocks[end]):
                end += 1
        run = blocks[at:end]
        if _is_candidate(run[0]) and _is_list(run, settled[-1:], numbers, among_styled=among_styled):
            run = [_as_item(block) for block in run]
        settled += run
        numbers |= {block.number for block in run if block.is_heading and block.number}
        at = end
    return _without_single_letters(settled)


def _is_candidate(block: Block) -> bool:
    return block.is_heading and block.number is not None and not block.certain


def _follows(before: Block, block: Block) -> bool:
    return before.level == block.level and _last(block) == _last(before) + 1


def _last(block: Block) -> int:
    part = (block.number or "").rpartition(".")[2]
    if part.isdecimal():
        return int(part)
    return ord(part) - ord("A") + 1 if len(part) == 1 and part not in "IVX" else -1


def _is_list(run: list[Block], before: list[Block], numbers: set[str], *, among_styled: bool) -> bool:
    """`before`: the block above the run; `numbers`: those of the headings so far."""
    number = run[0].number or ""
    if "." in number:
        return False
    led_in = any(not block.is_heading and block.text.endswith(":") for block in before)
    if number in numbers or (led_in and _last(run[0]) == 1):
        return True
    return len(run) >= LIST_FROM or (len(run) > 1 and among_styled)


def _as_item(block: Block) -> Block:
    return Block(block.text, is_item=True, marker=f"{block.number}.", about=block.about)


def _without_single_letters(blocks: list[Block]) -> list[Block]:
    """ "A." and "I." number headings where there are several; alone they are somebody's initial or a first item."""
    lettered = [block for block in blocks if block.is_heading and (block.number or "0")[0].isalpha()]
    if len(lettered) != 1 or lettered[0].certain:
        return blocks
    alone = lettered[0]
    return [
        Block(f"{alone.number}. {alone.text}", about=alone.about) if block is alone else block
        for block in blocks
    ]


def with_levels(blocks: list[Block]) -> list[Block]:
    """Unnumbered headings that are set larger stand above those set smaller; the file's own styles stand above both.

    Asked without the front page, whose title is larger than any.
    """
    sizes = sorted({block.size for block in blocks if _is_set_as_chapter(block)}, reverse=True)
    below = 1 if any(_is_lettered(block) for block in blocks) else 0
    return [
        replace(block, level=min(sizes.index(block.size) + 1, DEEPEST))
        if _is_set_as_chapter(block) and block.number is None
        else replace(block, level=(block.level or 0) + below)
        if _is_candidate(block) and not _is_lettered(block)
        else block
        for block in blocks
    ]


def _is_set_as_chapter(block: Block) -> bool:
    return block.is_heading and block.certain and block.level == 1


def _is_lettered(block: Block) -> bool:
    return block.is_heading and bool(block.number) and not (block.number or "0")[0].isdigit()
