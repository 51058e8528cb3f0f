"""Functions by what a text calls them: by name, and by earlier names, for a decided text is never changed (A5.2)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, Q

from contacts.directory.seeing import directory_shown_to
from contacts.functions.function import FormerFunctionName, Function
from contacts.functions.holding import Holding
from contacts.organisations.naming import key_of
from handslag.access.people import Person

IN_ORDER = ("organisation__municipality__name", "organisation__name", "name", "pk")


@dataclass(frozen=True)
class NamedFunction:
    """`holder` and `deputy` are persons' names and only for people with an account; "" where there is none.
    `municipality`: the organisation's, where several functions bear the name and it tells them apart.
    `ended_on`: the day it was abolished, or its organisation archived."""

    function: Function
    holder: str = ""
    deputy: str = ""
    municipality: str = ""
    ended_on: datetime.date | None = None

    @property
    def is_vacant(self) -> bool:
        return not self.holder


def functions_named(names: Iterable[str], day: datetime.date, user: Person) -> dict[str, list[NamedFunction]]:
    """By the key of each name; several where several organisations have one of that name. Three queries for any number.
    Nothing for those who may not read the directory, in which all of it stands.

    What bears the name today comes before what bore it once, and hides it.
    """
    keys = {key_of(name) for name in names if name.strip()}
    if not keys:
        return {}
    former = FormerFunctionName.objects.filter(name_key__in=keys)
    functions = (
        Function.objects.current(day)
        .filter(Q(name_key__in=keys) | Q(pk__in=former.values("function")), directory_shown_to(user))
        .select_related("organisation__municipality")
        .order_by(*IN_ORDER)
        .prefetch_related(
            Prefetch("holdings", Holding.objects.on(day).select_related("person"), to_attr="held_now"),
            Prefetch("former_names", former, to_attr="once_called"),
        )
    )
    return {
        key: _told_apart([_named(one) for one in same]) for key, same in _by_name(functions, keys).items()
    }


def ended_functions_named(
    names: Iterable[str], day: datetime.date, user: Person, going_on: dict[str, list[NamedFunction]]
) -> dict[str, list[NamedFunction]]:
    """What a text names and has ended leaves a gap, unless the same municipality has one of that name `going_on`.
    Two queries for any number."""
    keys = {key_of(name) for name in names if name.strip()}
    if not keys:
        return {}
    former = FormerFunctionName.objects.filter(name_key__in=keys)
    functions = (
        Function.objects.exclude(pk__in=Function.objects.current(day).values("pk"))
        .filter(Q(name_key__in=keys) | Q(pk__in=former.values("function")), directory_shown_to(user))
        .select_related("organisation__municipality")
        .prefetch_related(Prefetch("former_names", former, to_attr="once_called"))
        .order_by(*IN_ORDER)
    )
    found: dict[str, list[NamedFunction]] = {}
    for key, same in _by_name(functions, keys).items():
        filled = {one.function.organisation.municipality_id for one in going_on.get(key, [])}
        gaps = [one for one in same if one.organisation.municipality_id not in filled]
        if gaps:
            found[key] = _told_apart([NamedFunction(one, ended_on=_end_of(one)) for one in gaps])
    return found


def _by_name(functions: Iterable[Any], keys: set[str]) -> dict[str, list[Any]]:
    """Read with `once_called`."""
    found: dict[str, list[Any]] = {}
    for function in functions:
        if function.name_key in keys:
            found.setdefault(function.name_key, []).append(function)
    earlier = keys - found.keys()
    for function in functions:
        for once in function.once_called:
            if once.name_key in earlier:
                found.setdefault(once.name_key, []).append(function)
    return found


def _named(function: Any) -> NamedFunction:
    held: list[Holding] = function.held_now
    names = {one.is_deputy: one.person.name for one in held}
    return NamedFunction(function, names.get(False, ""), names.get(True, ""))


def _end_of(function: Function) -> datetime.date | None:
    days = [day for day in (function.abolished_on, function.organisation.archived_on) if day is not None]
    return min(days, default=None)


def _told_apart(same: list[NamedFunction]) -> list[NamedFunction]:
    """Two organisations of one name stand in two municipalities."""
    if len(same) < 2:
        return same
    return [replace(one, municipality=str(one.function.organisation.municipality or "")) for one in same]


@dataclass(frozen=True)
class OfferedFunction:
    """A name to choose, and whose function it is; several organisations may have one of that name."""

    name: str
    organisations: str


def offered_functions() -> list[OfferedFunction]:
    """One question, each name once."""
    rows = Function.objects.current().order_by("name_key", "organisation__name")
    found: dict[str, tuple[str, list[str]]] = {}
    for name, key, organisation in rows.values_list("name", "name_key", "organisation__name"):
        found.setdefault(key, (name, []))[1].append(organisation)
    return [OfferedFunction(name, ", ".join(organisations)) for name, organisations in found.values()]


def unknown_functions(names: Iterable[str]) -> list[str]:
    """Those that no function bears or has borne, in the order they come. Two questions for any number."""
    keys = {key_of(name): name for name in names if name.strip()}
    if not keys:
        return []
    current = Function.objects.current()
    known = set(current.filter(name_key__in=keys).values_list("name_key", flat=True))
    former = FormerFunctionName.objects.filter(name_key__in=keys.keys() - known, function__in=current)
    known.update(former.values_list("name_key", flat=True))
    return [name for key, name in keys.items() if key not in known]
