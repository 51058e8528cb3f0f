"""Of two runs at once, one claims a person's steps and mails; the other finds them claimed.

The claim is committed before the mail goes out, because no transaction can hold a mail back, and none may stay open
while a mail server is waited for (on SQLite it would stop every writer).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from handslag import clock
from handslag.reminders.addressees import addressees, speaking_to
from handslag.reminders.intervals import Intervals
from handslag.reminders.models import Reminder
from handslag.reminders.outstanding import Outstanding, is_abandoned, outstanding


@dataclass(frozen=True)
class Claim:
    person: Any
    found: Outstanding
    rows: tuple[int, ...]


def claim(person_id: int, language: str, intervals: Intervals, *, at_once: bool) -> Claim | None:
    """Under the person's lock everything is asked anew; what another run has claimed or told is not found again.

    None: nothing is to be mailed (any more).
    """
    with transaction.atomic(durable=True):
        # Not FOR UPDATE: others may go on writing rows that refer to the person.
        person = addressees().select_for_update(no_key=True).filter(pk=person_id).first()
        if person is None:
            return None
        rows = list(Reminder.objects.filter(user=person_id, ended_at=None))
        Reminder.objects.filter(pk__in=[row.pk for row in rows if is_abandoned(row)]).delete()
        with speaking_to(person, language):
            found = outstanding(person, rows, intervals, at_once=at_once)
        Reminder.objects.filter(pk__in=found.ended).update(ended_at=clock.now())
        claimed = [
            Reminder(user_id=person_id, key=key, step=step, claimed_at=clock.now())
            for key, step in sorted(found.steps)
        ]
        Reminder.objects.bulk_create(claimed)
    return Claim(person, found, tuple(row.pk for row in claimed)) if found.todos else None


def mark_sent(claim: Claim) -> None:
    Reminder.objects.filter(pk__in=claim.rows).update(sent_at=clock.now())


def release(claim: Claim) -> None:
    """The mail did not go out; the next run tries again."""
    Reminder.objects.filter(pk__in=claim.rows, sent_at=None).delete()


def end_for_all_but(people: Iterable[int]) -> None:
    """Nothing waits for people who have left."""
    left = Reminder.objects.filter(ended_at=None).values_list("user_id", flat=True).distinct()
    gone = set(left) - set(people)
    Reminder.objects.filter(user__in=gone, ended_at=None).update(ended_at=clock.now())
