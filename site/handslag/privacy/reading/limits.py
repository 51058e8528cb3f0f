"""How much of a file, and how long, a reader may read."""

import time
from dataclasses import dataclass
from typing import IO, Final, Self

MEGABYTE: Final = 1024 * 1024


class CannotBeReadError(Exception):
    """Damaged, encrypted or not what its name says."""


class TooLargeToReadError(Exception):
    """More than can be read within the bounds; also what a file built to exhaust the reader is told."""


@dataclass(slots=True)
class Limits:
    """What is left to read. The sizes are those of the text unpacked, not those the file claims."""

    deadline: float
    remaining: int = 64 * MEGABYTE
    parts: int = 5_000

    @classmethod
    def from_now(cls, now: float, seconds: float = 15) -> Self:
        return cls(deadline=now + seconds)

    def take(self, size: int) -> None:
        """Account for what was read."""
        self.remaining -= size
        if self.remaining < 0 or time.monotonic() > self.deadline:
            raise TooLargeToReadError

    def take_part(self) -> None:
        """Account for a page or a member of an archive."""
        self.parts -= 1
        if self.parts < 0:
            raise TooLargeToReadError
        self.take(0)

    def read(self, stream: IO[bytes]) -> bytes:
        """Everything, or an error: never a part of it."""
        content = stream.read(self.remaining + 1)
        self.take(len(content))
        return content
