"""What has just come to wait is mailed at once; an act that hands something over calls `remind_soon`."""

from django.db import transaction
from django.tasks import task

from handslag.reminders.running import remind


def remind_soon() -> None:
    """After the transaction, once however often it is called within it, and in the worker where one runs.

    It never breaks the act: what fails is logged, and the nightly run makes up for it.
    """
    # What was asked for in a savepoint that was rolled back is no longer in this list.
    if not any(call is _enqueue for _points, call, _robust in transaction.get_connection().run_on_commit):
        transaction.on_commit(_enqueue, robust=True)


@task()
def mail_reminders() -> int:
    """How many people were mailed."""
    return len(remind().mailed)


def _enqueue() -> None:
    mail_reminders.enqueue()
