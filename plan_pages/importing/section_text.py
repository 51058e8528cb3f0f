"""A section's blocks as one text: paragraphs apart, items below each other behind their marks."""

from collections.abc import Sequence

from plan_pages.importing.blocks import Block

BULLET = "•"


def text_of(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before is not None:
            parts.append("\n" if before.is_item and block.is_item else "\n\n")
        parts.append(f"{block.marker or BULLET} {block.text}" if block.is_item else block.text)
    return "".join(parts)
