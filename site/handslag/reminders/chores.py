"""What apps put right before people are mailed: times that ran out, mails that could not be sent. Run by
`manage.py send_reminders`, which may run at any time and as often as one likes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from handslag.registry import Registry

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """`run` may be run at any time, again, and twice at once; it returns how many things it did."""

    name: str
    run: Callable[[], int]
    order: int = 100


chores = Registry[Chore]("Chore")


def do_chores() -> list[str]:
    """The names of those that failed; the others are done all the same."""
    failed = []
    for chore in chores:
        try:
            chore.run()
        except Exception as error:  # whatever one app stumbles over, the others are served
            logger.exception("%s failed: %s", chore.name, type(error).__name__)
            failed.append(chore.name)
    return failed
