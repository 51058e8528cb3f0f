"""The guests' letters on their way. What fails waits for the next run: the next act, or the night's reminders."""

import logging

from django.db import transaction
from django.tasks import task

from contacts.guests.guest import MeetingGuest
from contacts.guests.letter import letter
from contacts.guests.standing import free_to_claim, unclaimed, waiting
from handslag import clock
from handslag.access.secret_keys import digest_of_secret, new_secret
from handslag.reminders.chores import Chore, Done
from handslag.reminders.outbox import NoMailServerError, NotSentError, Outbox

logger = logging.getLogger(__name__)


def send_soon() -> None:
    """After the transaction; where nothing waits, nothing is queued. It never breaks the act."""
    transaction.on_commit(_enqueue, robust=True)


@task()
def mail_guests() -> int:
    """How many went out. Nothing of them is an argument: no address waits in the queue."""
    return send_waiting().done


def send_waiting() -> Done:
    """All that waits. It may run at any time, again, and twice at once."""
    sent, refused, left = 0, set[int](), 0
    with Outbox() as outbox:
        while (guest := unclaimed().exclude(pk__in=refused).order_by("pk").first()) is not None:
            try:
                sent += _mail(guest.pk, outbox)
            except NoMailServerError as error:
                # No address is to blame, and no guest's row says so.
                logger.error("No letter to guests could be mailed: %s", error)
                left = unclaimed().exclude(pk__in=refused).count()
                break
            except NotSentError as error:
                logger.error("The letter to guest %s could not be mailed: %s", guest.pk, error)
                refused.add(guest.pk)
    MeetingGuest.objects.filter(pk__in=refused).update(failed_at=clock.now())
    return Done(sent, len(refused) + left)


def _mail(pk: int, outbox: Outbox) -> bool:
    """Whoever claims the row writes the letter. What changes meanwhile is seen by the loop above, and told too."""
    outbox.open()
    mine = MeetingGuest.objects.filter(pk=pk)
    if not mine.filter(free_to_claim()).update(claimed_at=clock.now()):
        return False
    try:
        guest = waiting().filter(pk=pk).select_related("meeting").first()
        told = {} if guest is None else _told(guest, outbox)
    except BaseException:
        mine.update(claimed_at=None)
        raise
    mine.update(claimed_at=None, **told)
    return bool(told)


def _told(guest: MeetingGuest, outbox: Outbox) -> dict[str, object]:
    """Send it, and say what the row is to remember."""
    stands: bool = guest.stands  # type: ignore[attr-defined]  # annotated by `with_standing`
    last, of_meeting = guest.ics_sequence, guest.meeting.sequence
    sequence = of_meeting if last is None else max(of_meeting, last + 1)
    secret = ""
    if stands and (guest.told_of is None or guest.digest is None):
        secret = new_secret()
        # An invitation anew until it is mailed: should it fail, the next one has an address too.
        MeetingGuest.objects.filter(pk=guest.pk, withdrawn_at=None).update(
            digest=digest_of_secret(secret), told_of=None, is_called_off=False
        )
    outbox.send(letter(guest, sequence, stands=stands, secret=secret))
    return {
        "told_of": of_meeting,
        "ics_sequence": sequence,
        "is_called_off": not stands,
        "mailed_at": clock.now(),
        "failed_at": None,
    }


def _enqueue() -> None:
    if waiting().exists():
        mail_guests.enqueue()


chore = Chore("guests of meetings", send_waiting)
