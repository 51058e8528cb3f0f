"""Mail outside the request where a worker runs (TASK_WORKER), within it where none does."""

from collections.abc import Sequence

from django.tasks import task

from accounts.invitations.mailing import deliver


@task()
def mail_invitations(invitation_ids: Sequence[int]) -> int:
    """How many were mailed. No key is an argument: what waits in the queue opens no account."""
    return deliver(invitation_ids)
