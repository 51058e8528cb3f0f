"""What a layout is: the file, and what it must give."""

from collections.abc import Callable
from dataclasses import dataclass, field

type Decided = tuple[str | None, str | None, str | None, str | None]


@dataclass(frozen=True)
class Layout:
    """`sections`: (number, heading, level) in order. `words`: what stands in the sections; `absent`: what must not.

    `decision`: body, day, paragraph, registry number.
    """

    make: Callable[[], bytes]
    title: str
    sections: list[tuple[str, str, int]]
    decision: Decided = (None, None, None, None)
    words: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    commitments: int | None = None
