"""Giving a body's calendar a private address, renewing and withdrawing it, and finding what it leads to."""

import datetime

from django.db import transaction

from contacts.bodies.body import BodyPage
from contacts.bodies.calendar_key import CalendarKey
from contacts.bodies.counted import openly_countable
from contacts.bodies.keepers import may_keep_body
from handslag import clock
from handslag.access.people import Person
from handslag.access.secret_keys import digest_of_secret, new_secret
from handslag.retention import Purge

HOLDS, KEPT = datetime.timedelta(days=365), datetime.timedelta(days=365)


class CalendarMovedOnError(Exception):
    """Somebody else renewed or withdrew the address since the page was read."""


def standing_key(body: BodyPage) -> CalendarKey | None:
    """The one that was not withdrawn; it may have run out."""
    return body.calendar_keys.filter(withdrawn_at=None).first()


@transaction.atomic
def give(body: BodyPage, user: Person, instead_of: int | None) -> tuple[CalendarKey, str]:
    """The row and its secret, which nobody can read again. `instead_of` is the key that the person saw: an address is
    never lost by a page sent twice. Raises PermissionError, CalendarMovedOnError."""
    _end_standing(body, user, instead_of)
    secret = new_secret()
    key = CalendarKey.objects.create(
        body=body, digest=digest_of_secret(secret), expires_on=clock.today() + HOLDS
    )
    return key, secret


@transaction.atomic
def withdraw(body: BodyPage, user: Person, seen: int) -> None:
    """Shut at once. Raises PermissionError, CalendarMovedOnError."""
    _end_standing(body, user, seen)


def find(secret: str) -> BodyPage | None:
    """One answer for unknown, run out and withdrawn, and for a body that is gone or that only some may see now."""
    key = CalendarKey.objects.filter(
        digest=digest_of_secret(secret), withdrawn_at=None, expires_on__gte=clock.today()
    ).first()
    return openly_countable(BodyPage.objects.filter(pk=key.body_id)).first() if key is not None else None


def forget_keys() -> int:
    """Those that ran out a year ago."""
    gone, _by_model = CalendarKey.objects.filter(expires_on__lt=clock.today() - KEPT).delete()
    return gone


def _end_standing(body: BodyPage, user: Person, seen: int | None) -> None:
    if not may_keep_body(user):
        raise PermissionError
    BodyPage.objects.select_for_update(of=("self",)).get(pk=body.pk)
    standing = standing_key(body)
    if (standing.pk if standing is not None else None) != seen:
        raise CalendarMovedOnError
    if standing is not None:
        standing.withdrawn_at = clock.now()
        standing.save()


purge = Purge("calendar addresses that ran out", forget_keys, order=84)
