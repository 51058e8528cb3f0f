"""How far an invitation has come, in words."""

import datetime

from django.tasks import task_backends
from django.utils.translation import gettext as _

from accounts.invitation import Invitation
from handslag import clock

# A queue that works has mailed it by then.
PATIENCE = datetime.timedelta(minutes=10)


def is_queued() -> bool:
    """A worker mails it a moment later; without one it is mailed within the request."""
    return bool(task_backends["default"].supports_defer)


def is_stuck(invitation: Invitation) -> bool:
    """Written and not mailed, and no queue will do it any more."""
    if invitation.accepted_at is not None or invitation.sent_at is not None:
        return False
    return not is_queued() or invitation.created_at < clock.now() - PATIENCE


def in_words(invitation: Invitation) -> str:
    if invitation.accepted_at is not None:
        return _("Accepted")
    if is_stuck(invitation):
        return _("The mail could not be sent")
    if not invitation.is_open:
        return _("Too old, not accepted")
    return _("Waiting for an answer") if invitation.sent_at is not None else _("Waiting to be mailed")
