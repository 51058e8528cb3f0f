"""After 30 days the trash is emptied for good."""

import datetime
import logging

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError

from handslag import clock
from handslag.trash.models import TrashedPage

KEPT = datetime.timedelta(days=30)

logger = logging.getLogger(__name__)


def purge_trash() -> int:
    """Delete what has been in the trash for longer than it is kept; returns the number of deleted pages.

    A page that something else must not lose (PROTECT) stays, and the tree stays whole: each deletion is a transaction.
    """
    purged = 0
    for trashed in TrashedPage.objects.filter(trashed_at__lt=clock.now() - KEPT).select_related("page"):
        try:
            with transaction.atomic():
                trashed.page.delete()
        except (ProtectedError, RestrictedError):
            logger.warning(
                "Page %d stays in the trash: something refers to it and must not lose it.", trashed.page_id
            )
        else:
            purged += 1
    return purged
