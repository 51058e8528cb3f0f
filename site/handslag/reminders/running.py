"""One run over everybody. It may run at any time, again, and twice at once."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from handslag.reminders.addressees import addressees, chosen_languages, speaking_to
from handslag.reminders.asking import Asking
from handslag.reminders.claiming import claim, end_for_all_but, mark_sent, release
from handslag.reminders.intervals import intervals
from handslag.reminders.letter import letter
from handslag.reminders.models import Reminder
from handslag.reminders.outbox import NoMailServerError, NotSentError, Outbox
from handslag.reminders.outstanding import outstanding

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """`mailed`: account and number of things. `unsent`: accounts whose mail failed; `broken`: where something of ours
    did. `stopped`: no mail server, so that nobody after them was tried."""

    mailed: dict[int, int] = field(default_factory=dict)
    unsent: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    stopped: bool = False


def remind(*, at_once: bool = False, dry_run: bool = False) -> Outcome:
    """Mail everybody about what is due. `at_once`: about all that waits, whatever the intervals, once a day.

    `dry_run` says what would be mailed and writes nothing. What fails is logged and tried by the next run. A run that
    is killed between sending and noting it mails that one letter again; nothing is lost.
    """
    people = list(addressees().order_by("pk"))
    run = _Run(people, at_once=at_once, dry_run=dry_run)
    with Outbox() as outbox:
        for person in people:
            if not run.look_after(person, outbox):
                break
    if not dry_run:
        end_for_all_but(person.pk for person in people)
    return run.outcome


class _Run:
    def __init__(self, people: Sequence[Any], *, at_once: bool, dry_run: bool) -> None:
        self.outcome = Outcome()
        self._spans, self._at_once, self._dry_run = intervals(), at_once, dry_run
        self._asking = Asking(people)
        self._languages = chosen_languages()
        self._ledger: dict[int, list[Reminder]] = defaultdict(list)
        for row in Reminder.objects.filter(ended_at=None):
            self._ledger[row.user_id].append(row)

    def look_after(self, person: Any, outbox: Outbox) -> bool:
        """False: nobody else need be tried."""
        try:
            things = self._mail(person, outbox)
        except NotSentError as error:
            self.outcome.unsent.append(person.pk)
            self.outcome.stopped = isinstance(error, NoMailServerError)
            logger.error("The reminder to account %s could not be mailed: %s", person.pk, error)
        except Exception as error:  # whatever an app's list stumbles over, the others get their mail
            self.outcome.broken.append(person.pk)
            logger.exception("Account %s could not be reminded: %s", person.pk, type(error).__name__)
        else:
            if things:
                self.outcome.mailed[person.pk] = things
        return not self.outcome.stopped

    def _mail(self, person: Any, outbox: Outbox) -> int:
        """About how many things. Nearly always there is nothing to tell, and nothing is locked or written."""
        language = self._languages.get(person.pk, "")
        with speaking_to(person, language):
            found = outstanding(
                person,
                self._ledger[person.pk],
                self._spans,
                at_once=self._at_once,
                sources=self._asking.sources_for(person),
            )
        if self._dry_run or not found.changes_anything:
            return len(found.todos)
        if found.todos:
            outbox.open()
        mine = claim(person.pk, language, self._spans, at_once=self._at_once)
        if mine is None:
            return 0
        try:
            with speaking_to(mine.person, language):
                outbox.send(letter(mine.person, mine.found))
        except BaseException:
            release(mine)
            raise
        mark_sent(mine)
        return len(mine.found.todos)
