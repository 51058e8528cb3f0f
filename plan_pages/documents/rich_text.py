"""Running text as data: no markup is stored, so none can be smuggled into a page, a PDF or a comparison."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Field

from .base import Frozen


class Run(Frozen):
    """A stretch of text in one style. `href` "" where it is no link; "\\n" in `text` is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


class Paragraph(Frozen):
    type: Literal["paragraph"] = "paragraph"
    runs: tuple[Run, ...]


class Subheading(Frozen):
    """A heading within a section's text; it has no number and is no section of its own."""

    type: Literal["subheading"] = "subheading"
    runs: tuple[Run, ...]


class Item(Frozen):
    """One item of a list, with the lists inside it."""

    runs: tuple[Run, ...]
    lists: "tuple[List, ...]" = ()


class List(Frozen):
    type: Literal["list"] = "list"
    ordered: bool = False
    items: tuple[Item, ...]


type Block = Annotated[Paragraph | Subheading | List, Field(discriminator="type")]

Item.model_rebuild()


def plain_lines(blocks: Iterable[Paragraph | Subheading | List]) -> Iterator[str]:
    """One line per paragraph, subheading and item, in reading order."""
    for block in blocks:
        if isinstance(block, List):
            yield from _lines_of_list(block)
        else:
            yield text_of(block.runs)


def text_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _lines_of_list(found: List) -> Iterator[str]:
    for item in found.items:
        yield text_of(item.runs)
        for inner in item.lists:
            yield from _lines_of_list(inner)
