"""Who may have the address of a meeting at a distance: whoever has a place, and those who arrange. With it one takes
part, so that to everybody else the number of places would mean nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from handslag.access.people import Person
from handslag.registry import Registry
from training.occasions.occasion import Occasion
from training.occasions.rules import may_organise


@dataclass(frozen=True)
class Places:
    """`occasions` gives those in which one person has a place; brought by whoever gives places."""

    name: str
    occasions: Callable[[Any], "QuerySet[Occasion]"]
    order: int = 100


places = Registry[Places]("Places at occasions")


def joinable(user: Person, occasions: Iterable[Occasion]) -> frozenset[int]:
    """The numbers of those of which this person may have the address; nothing is asked where none has one."""
    linked = frozenset(one.pk for one in occasions if one.link)
    if not linked or may_organise(user):
        return linked
    return frozenset(
        pk for one in places for pk in one.occasions(user).filter(pk__in=linked).values_list("pk", flat=True)
    )


def may_join(user: Person, occasion: Occasion) -> bool:
    return occasion.pk in joinable(user, [occasion])
