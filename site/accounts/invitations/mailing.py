"""The invitation's mail. A second run mails nobody twice: what has been mailed carries `sent_at`."""

import logging
from collections.abc import Iterable
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from accounts.invitation import Invitation
from handslag import clock
from handslag.access.secret_keys import digest_of_secret, new_secret

logger = logging.getLogger("accounts")


def deliver(invitation_ids: Iterable[int]) -> int:
    """Mail those that wait for it, over one connection; returns how many went out.

    What fails keeps `sent_at` empty: the list says so, the inviter gets it as a thing to do and can resend.
    """
    waiting = Invitation.objects.filter(pk__in=list(invitation_ids), sent_at=None, accepted_at=None)
    sent = 0
    mailer: BaseEmailBackend | None = None
    for invitation in waiting.select_related("invited_by").order_by("pk"):
        try:
            if mailer is None:
                mailer = mailers.default
                mailer.open()
            sent += _mail(invitation, mailer)
        except OSError as error:
            # The text of such an error holds addresses.
            logger.error("Invitation %s could not be mailed: %s", invitation.pk, type(error).__name__)
            if not isinstance(error, SMTPRecipientsRefused | SMTPDataError):
                # The mail server itself does not answer: trying it once per person would hold everybody up.
                break
    if mailer is not None:
        mailer.close()
    return sent


def _mail(invitation: Invitation, mailer: BaseEmailBackend) -> bool:
    key = new_secret()
    mine = Invitation.objects.filter(pk=invitation.pk, sent_at=None)
    if not mine.filter(key_digest=invitation.key_digest).update(key_digest=digest_of_secret(key)):
        return False
    mailer.send_messages([_message(invitation, key)])
    return bool(mine.filter(key_digest=digest_of_secret(key)).update(sent_at=clock.now()))


def _message(invitation: Invitation, key: str) -> EmailMessage:
    """In the site's language: the invited person has not chosen one yet."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "invitation": invitation,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "address": settings.BASE_URL + reverse("accounts_accept", args=[key]),
        }
        subject = render_to_string("accounts/email/invitation_subject.txt", context).strip()
        body = render_to_string("accounts/email/invitation_message.txt", context)
    return EmailMessage(subject, body, to=[invitation.email])
