"""The mails about registrations. May run at any time, again, and twice at once."""

import datetime
import logging
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from handslag import clock
from handslag.reminders.addressees import addressees, chosen_languages, speaking_to
from handslag.reminders.chores import Done
from handslag.reminders.outbox import NoMailServerError, NotSentError, Outbox
from handslag.reminders.outstanding import CLAIM_HOLDS
from training.registrations.letters import letter
from training.registrations.notice import RegistrationNotice

logger = logging.getLogger(__name__)

# What could not be mailed for so long is old news.
TRIED_FOR = datetime.timedelta(days=7)


def deliver(notices: Iterable[int]) -> Done:
    """Mail those that wait for it. What fails is logged by number and tried again."""
    waiting = RegistrationNotice.objects.filter(pk__in=list(notices), sent_at=None)
    rows = list(waiting.select_related("registration__occasion__course", "registration__person"))
    reachable = set(
        addressees().filter(pk__in=[row.registration.person_id for row in rows]).values_list("pk", flat=True)
    )
    languages = chosen_languages() if rows else {}
    sent, over = 0, 0
    with Outbox() as outbox:
        for row in rows:
            person = row.registration.person
            if person is None or person.pk not in reachable:
                _done(row)
                over += 1
                continue
            try:
                if _mail(row, person, languages.get(person.pk, ""), outbox):
                    sent += 1
                else:
                    over += 1
            except NotSentError as error:
                logger.error("Notice %s could not be mailed: %s", row.pk, error)
                if isinstance(error, NoMailServerError):
                    break
            except Exception as error:  # whatever one letter stumbles over, the others go out
                logger.exception("Notice %s could not be written: %s", row.pk, type(error).__name__)
    return Done(sent, len(rows) - sent - over)


def deliver_waiting() -> Done:
    """What an earlier run could not send."""
    since = clock.now() - TRIED_FOR
    return deliver(
        RegistrationNotice.objects.filter(sent_at=None, created_at__gt=since).values_list("pk", flat=True)
    )


def _mail(row: RegistrationNotice, person: Any, language: str, outbox: Outbox) -> bool:
    outbox.open()
    free = Q(claimed_at=None) | Q(claimed_at__lt=clock.now() - CLAIM_HOLDS)
    if not RegistrationNotice.objects.filter(free, pk=row.pk, sent_at=None).update(claimed_at=clock.now()):
        return False
    with speaking_to(person, language):
        message = letter(row)
    if message is not None:
        try:
            outbox.send(message)
        except BaseException:
            RegistrationNotice.objects.filter(pk=row.pk).update(claimed_at=None)
            raise
    _done(row)
    return message is not None


def _done(row: RegistrationNotice) -> None:
    RegistrationNotice.objects.filter(pk=row.pk).update(sent_at=clock.now())
