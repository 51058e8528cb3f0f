"""Mail outside the request where a worker runs (TASK_WORKER), within it where none does."""

from collections.abc import Sequence

from django.tasks import task

from training.registrations.mailing import deliver


@task()
def mail_notices(notices: Sequence[int]) -> int:
    """How many were mailed. Numbers only: no address and no secret waits in the queue."""
    return deliver(notices).done
