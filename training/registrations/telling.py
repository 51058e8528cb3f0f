"""Noting whom to tell what, in the transaction that changes it; the mails go out after it."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from training.registrations.notice import NoticeKind, RegistrationNotice
from training.registrations.registration import Registration
from training.registrations.tasks import mail_notices


def tell(rows: Iterable[Registration], kind: NoticeKind) -> None:
    """It never breaks the act: a mail that fails is logged, and the next run of `send_reminders` tries again."""
    notices = RegistrationNotice.objects.bulk_create(
        RegistrationNotice(registration=row, kind=kind) for row in rows if row.person_id is not None
    )
    if notices:
        numbers = [notice.pk for notice in notices]
        transaction.on_commit(partial(mail_notices.enqueue, numbers), robust=True)
