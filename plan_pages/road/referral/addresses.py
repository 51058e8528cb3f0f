"""Giving a body a private address to the text, renewing and withdrawing it, and finding what it leads to."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import has_role, is_break_glass
from handslag.access.secret_keys import digest_of_secret, new_secret
from plan_pages.road.moving import MovedOnError, NotAllowedError, locked
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.round import ReferralBody
from plan_pages.road.referral.sending import READABLE_AFTER, round_for_change
from plan_pages.road.referral.standing import text_sent_out
from plan_pages.road.table import EDITORS, Action

# Longer than any referral; who needs more renews it.
LONGEST = datetime.timedelta(days=365)


def is_editor(user: Any) -> bool:
    """Whatever the stage: an address is withdrawn also when the matter has moved on."""
    return is_break_glass(user) or has_role(user, *EDITORS)


def for_editors() -> str:
    return _("Bodies and their addresses are kept by editors and coordinators.")


def default_expiry(body: ReferralBody) -> datetime.date:
    return max(body.round.deadline, clock.today()) + READABLE_AFTER


def standing_key(body: ReferralBody) -> ReadingKey | None:
    """The one that was not withdrawn; it may have run out."""
    return body.keys.filter(withdrawn_at__isnull=True).first()


@transaction.atomic
def give(
    body: ReferralBody,
    user: Any,
    expires_on: datetime.date | None = None,
    *,
    instead_of: int | None = None,
    by_mail: bool = False,
) -> tuple[ReadingKey, str]:
    """The row and its secret, which nobody can read again. `instead_of` is the key that the person saw: an address is
    never lost by a page sent twice. By mail the secret is made anew when the letter is written.

    Raises NotAllowedError, MovedOnError, ValidationError.
    """
    standing = round_for_change(body.round.matter, user, Action.REFER)
    body = _fresh(body, standing.pk)
    if text_sent_out(standing) is None:
        raise ValidationError(_("The bodies were sent another text; send this one out in a new round."))
    if by_mail and not body.contact:
        raise ValidationError(_("%(body)s has no e-mail address; enter one first.") % {"body": body.name})
    expires_on = expires_on or default_expiry(body)
    if not clock.today() < expires_on <= clock.today() + LONGEST:
        raise ValidationError({"expires_on": _("Choose a day after today and at most a year from now.")})
    earlier = standing_key(body)
    if (earlier.pk if earlier is not None else None) != instead_of:
        raise MovedOnError
    if earlier is not None:
        _end(earlier)
    secret = new_secret()
    key = ReadingKey.objects.create(
        body=body, digest=digest_of_secret(secret), expires_on=expires_on, by_mail=by_mail
    )
    return key, secret


@transaction.atomic
def withdraw(key: ReadingKey, user: Any) -> None:
    """At any time, also long after the round: an address that has gone astray is shut at once."""
    if not is_editor(user):
        raise NotAllowedError(for_editors())
    locked(key.body.round.matter)
    row = ReadingKey.objects.filter(pk=key.pk, withdrawn_at__isnull=True).first()
    if row is None:
        raise MovedOnError
    _end(row)


def find(secret: str) -> ReadingKey | None:
    """One answer for unknown, run out and withdrawn."""
    rows = ReadingKey.objects.select_related("body__round__matter__series", "body__round__revision")
    return rows.filter(
        digest=digest_of_secret(secret), withdrawn_at__isnull=True, expires_on__gte=clock.today()
    ).first()


def count_reading(key: ReadingKey) -> None:
    """That the text was opened, and when last; nothing of who did."""
    ReadingKey.objects.filter(pk=key.pk).update(reads=F("reads") + 1, last_read_at=clock.now())


def _end(key: ReadingKey) -> None:
    key.withdrawn_at = clock.now()
    key.save()


def _fresh(body: ReferralBody, round_pk: int) -> ReferralBody:
    row = ReferralBody.objects.select_related("round").filter(pk=body.pk, round_id=round_pk).first()
    if row is None:
        raise MovedOnError
    return row
