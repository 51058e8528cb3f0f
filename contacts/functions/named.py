"""Functions by what a text calls them: by name, and by earlier names, for a decided text is never changed (A5.2)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from contacts.directory.seeing import directory_shown_to
from contacts.functions.function import FormerFunctionName, Function
from contacts.functions.holding import Holding
from contacts.organisations.naming import key_of
from handslag.access.people import Person


@dataclass(frozen=True)
class NamedFunction:
    """`holder` and `deputy` are persons' names and only for people with an account; "" where there is none."""

    function: Function
    holder: str
    deputy: str

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
        .select_related("organisation")
        .prefetch_related(
            Prefetch("holdings", Holding.objects.on(day).select_related("person"), to_attr="held_now"),
            Prefetch("former_names", former, to_attr="once_called"),
        )
    )
    found: dict[str, list[NamedFunction]] = {}
    for function in functions:
        if function.name_key in keys:
            found.setdefault(function.name_key, []).append(_named(function))
    earlier = keys - found.keys()
    for function in functions:
        for once in function.once_called:
            if once.name_key in earlier:
                found.setdefault(once.name_key, []).append(_named(function))
    return found


def _named(function: Function) -> NamedFunction:
    held: list[Holding] = function.held_now
    names = {one.is_deputy: one.person.name for one in held}
    return NamedFunction(function, names.get(False, ""), names.get(True, ""))


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
