"""The reading address by mail. No secret waits in the queue: it is made when the letter is written."""

import logging
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, mailers
from django.db import transaction
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.secret_keys import digest_of_secret, new_secret
from plan_pages.road.matter import Matter
from plan_pages.road.referral import addresses
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.round import ReferralBody
from plan_pages.road.referral.sending import round_for_change
from plan_pages.road.table import Action

logger = logging.getLogger(__name__)


@transaction.atomic
def mail_to(body: ReferralBody, user: Any, *, instead_of: int | None) -> None:
    """A new address to one body; the one before ends. Raises NotAllowedError, MovedOnError, ValidationError."""
    key, _secret = addresses.give(body, user, instead_of=instead_of, by_mail=True)
    _after_commit([key])


@transaction.atomic
def mail_to_all(matter: Matter, user: Any) -> None:
    """To those of the open round who have an e-mail address and got no reading address. Raises as `mail_to`."""
    standing = round_for_change(matter, user, Action.REFER)
    have_one = ReadingKey.objects.filter(withdrawn_at__isnull=True).values("body")
    waiting = standing.bodies.filter(reply__isnull=True).exclude(contact="").exclude(pk__in=have_one)
    keys = [addresses.give(body, user, by_mail=True)[0] for body in waiting]
    if not keys:
        raise ValidationError(_("Every body with an e-mail address has got a reading address already."))
    _after_commit(keys)


@task()
def mail_reading_addresses(keys: Sequence[int]) -> int:
    """How many went out. What fails keeps `mailed_at` empty, and the page says so. A second run mails nobody twice."""
    waiting = ReadingKey.objects.filter(pk__in=list(keys), by_mail=True, mailed_at=None, withdrawn_at=None)
    sent = 0
    for key in waiting.select_related("body__round__matter").order_by("pk"):
        try:
            sent += _mail(key)
        except OSError as error:
            # The text of such an error holds addresses.
            logger.error("Reading address %s could not be mailed: %s", key.pk, type(error).__name__)
    return sent


def address_of(secret: str) -> str:
    """Whatever host and language the request named: what is handed out leads to us."""
    with translation.override(settings.LANGUAGE_CODE):
        path = reverse("referral:read", args=[secret])
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def _after_commit(keys: Sequence[ReadingKey]) -> None:
    transaction.on_commit(partial(mail_reading_addresses.enqueue, [key.pk for key in keys]))


def _mail(key: ReadingKey) -> bool:
    """Whoever changes the digest writes the letter: two runs at once do not both."""
    secret = new_secret()
    mine = ReadingKey.objects.filter(pk=key.pk, mailed_at=None, withdrawn_at=None)
    if not key.body.contact or not mine.filter(digest=key.digest).update(digest=digest_of_secret(secret)):
        return False
    mailers.default.send_messages([_letter(key, secret)])
    return bool(mine.filter(digest=digest_of_secret(secret)).update(mailed_at=clock.now()))


def _letter(key: ReadingKey, secret: str) -> EmailMessage:
    standing = key.body.round
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "round": standing,
            "body": key.body,
            "registry_number": standing.matter.registry_number,
            "expires_on": key.expires_on,
            "address": address_of(secret),
        }
        subject = render_to_string("plan_pages/deciding/email/referral_subject.txt", context)
        text = render_to_string("plan_pages/deciding/email/referral_message.txt", context)
    answers = [standing.reply_to] if standing.reply_to else []
    return EmailMessage(" ".join(subject.split()), text, to=[key.body.contact], reply_to=answers)
