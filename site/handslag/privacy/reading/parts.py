"""What a reader gives: stretches of text, each with where a person would look for it, and files inside the file."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from .limits import Limits


@dataclass(frozen=True, slots=True)
class Part:
    """`place`: in words, empty where there is nothing to say. `marks`: where cells begin, and what they are called.
    `has_lines`: a person counts lines in it."""

    text: str
    place: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    has_lines: bool = False

    def mark_at(self, offset: int) -> str:
        at = bisect_right(self.marks, offset, key=lambda mark: mark[0])
        return self.marks[at - 1][1] if at else ""


@dataclass(frozen=True, slots=True)
class Inside:
    """A file within the file, by its name."""

    name: str
    content: bytes


type Reader = Callable[[IO[bytes], Limits], Iterable[Part | Inside]]


def one_part(read: Callable[[IO[bytes], Limits], str], *, has_lines: bool = False) -> Reader:
    """A reader of files in which there is nothing to tell apart."""

    def reader(stream: IO[bytes], limits: Limits) -> Iterator[Part]:
        yield Part(read(stream, limits), has_lines=has_lines)

    return reader
