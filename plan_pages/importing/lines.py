"""What every kind of file is read into: lines, with what the file itself knows about each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`wraps`: the file breaks lines at the margin (text, PDF), so that a paragraph is several lines.

    `level` is the heading level that the file states (1 is the highest, 0 the title), None for running text.
    `marker` is the number that the word processor prints before the line ("2.1", "a)"); it is not in `text`.
    `depth` counts the lists that an item's own list stands in.
    `emphasis`: bold or larger than the running text; a hint, no more. `size` in points, 0 where unknown.
    `about`: stands in the page's head or foot; it may name the decision and is no part of the text.
    """

    text: str
    level: int | None = None
    is_item: bool = False
    marker: str = ""
    depth: int = 0
    wraps: bool = False
    emphasis: bool = False
    size: float = 0.0
    about: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


BLANK = Line("")
