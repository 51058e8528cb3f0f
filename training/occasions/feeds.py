"""What a calendar at a private address can hold, and giving, renewing and withdrawing the address."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.access.people import Person
from handslag.access.secret_keys import digest_of_secret, new_secret
from handslag.registry import Registry
from training.occasions.feed_key import FeedKey
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.rules import known_occasions

# Calendars keep what they have read; older occasions stay in them.
BACK = datetime.timedelta(days=365)


@dataclass(frozen=True)
class FeedContent:
    """`name` stands in the address ("?vad=mina"); `occasions` gives those of one person, drafts left out. `is_own`: it
    is about what the person takes part in, and says how; what is the same for many does not."""

    name: str
    title: str | Promise
    occasions: Callable[[Any], "QuerySet[Occasion]"]
    order: int = 100
    is_own: bool = False


class FeedMovedOnError(Exception):
    """The address was renewed or withdrawn since the page was read."""


feed_contents = Registry[FeedContent]("Content of a training calendar")

EVERYTHING = feed_contents.register(
    FeedContent("allt", _("All training that is announced"), known_occasions, order=90)
)


def occasions_of(person: Person, content: FeedContent) -> "QuerySet[Occasion]":
    """What the person may know of at this moment, cancelled ones too: that is how a calendar learns of it."""
    known = known_occasions(person).filter(pk__in=content.occasions(person).order_by().values("pk"))
    return (
        known.exclude(state=OccasionState.DRAFT)
        .filter(ends_at__gte=clock.now() - BACK)
        .select_related("course")
        .prefetch_related("days", "calendar_days")
        .order_by("starts_at", "pk")
    )


def standing_key(person: Person) -> FeedKey | None:
    return FeedKey.objects.filter(person=person.pk).first()


@transaction.atomic
def give(person: Any, instead_of: int | None) -> str:
    """The secret, which nobody can read again. `instead_of` is the key that the person saw: an address is never lost
    by a page sent twice. Raises FeedMovedOnError."""
    _end(person, instead_of)
    secret = new_secret()
    FeedKey.objects.create(person_id=person.pk, digest=digest_of_secret(secret))
    return secret


@transaction.atomic
def withdraw(person: Any, seen: int | None) -> None:
    """Shut at once. Raises FeedMovedOnError."""
    _end(person, seen)


def person_of(secret: str) -> Any:
    """None for an unknown address, and for one of an account that is closed."""
    key = FeedKey.objects.filter(digest=digest_of_secret(secret)).select_related("person").first()
    return key.person if key is not None and key.person.is_active else None


def _end(person: Any, seen: int | None) -> None:
    get_user_model()._default_manager.select_for_update(of=("self",)).get(pk=person.pk)
    standing = standing_key(person)
    if (standing.pk if standing is not None else None) != seen:
        raise FeedMovedOnError
    if standing is not None:
        standing.delete()
