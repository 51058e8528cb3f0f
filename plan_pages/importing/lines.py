"""What every kind of file is read into: lines, with what the file itself knows about each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`wraps`: the file breaks lines at the margin (text, PDF), so that a paragraph is several lines.

    `level` is the heading level that the file states (1 is the highest, 0 the title), None for running text.
    `emphasis`: bold or larger than the running text; a hint, no more.
    """

    text: str
    level: int | None = None
    is_item: bool = False
    wraps: bool = False
    emphasis: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


BLANK = Line("")
