"""Edition numbers as people write them: "2", and "2.1" for its first correction."""

import re
from typing import NamedTuple

PATTERN = r"[1-9]\d{0,3}(?:\.[1-9]\d{0,3})?"


class EditionNumber(NamedTuple):
    """`correction` 0: the edition as decided."""

    main: int
    correction: int = 0

    def __str__(self) -> str:
        return f"{self.main}.{self.correction}" if self.correction else str(self.main)


def parse_number(written: str) -> EditionNumber:
    """Raises ValueError for what is no number of an edition."""
    if not re.fullmatch(PATTERN, written):
        raise ValueError(written)
    main, _dot, correction = written.partition(".")
    return EditionNumber(int(main), int(correction or 0))
