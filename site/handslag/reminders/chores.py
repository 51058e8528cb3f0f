"""What apps put right before people are reminded: times that ran out, letters that have not gone out. Run by
`manage.py send_reminders`, which may run at any time and as often as one likes."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handslag.registry import Registry

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Done:
    """How many things were done, and how many could not be; why is in the log."""

    done: int
    failed: int = 0


@dataclass(frozen=True)
class Chore:
    """`run` may be run at any time, again, and twice at once."""

    name: str
    run: Callable[[], Done]
    order: int = 100


chores = Registry[Chore]("Chore")


def do_chores() -> Iterator[tuple[str, Done]]:
    """Whatever one of them stumbles over, the others are done."""
    for chore in chores:
        try:
            yield chore.name, chore.run()
        except Exception as error:
            logger.exception("%s failed: %s", chore.name, type(error).__name__)
            yield chore.name, Done(0, 1)
