"""What is removed when its time is over; `manage.py purge` runs it, and apps add their own."""

from collections.abc import Callable
from dataclasses import dataclass

from handslag.registry import Registry


@dataclass(frozen=True)
class Purge:
    """`run` removes what is due and returns how many things that were; it may be run at any time and again."""

    name: str
    run: Callable[[], int]
    order: int = 100


purges = Registry[Purge]("Purge")
