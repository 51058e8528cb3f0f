"""Functions by what a text calls them: by name, and by earlier names, for a decided text is never changed (A5.2)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from contacts.functions.function import FormerFunctionName, Function
from contacts.functions.holding import Holding
from contacts.organisations.naming import key_of


@dataclass(frozen=True)
class NamedFunction:
    """`holder` and `deputy` are persons' names and only for people with an account; "" where there is none."""

    function: Function
    holder: str
    deputy: str

    @property
    def is_vacant(self) -> bool:
        return not self.holder


def functions_named(names: Iterable[str], day: datetime.date) -> dict[str, list[NamedFunction]]:
    """By the key of each name; several where several organisations have one of that name. Three queries for any number.

    What bears the name today comes before what bore it once, and hides it.
    """
    keys = {key_of(name) for name in names if name.strip()}
    if not keys:
        return {}
    former = FormerFunctionName.objects.filter(name_key__in=keys)
    functions = (
        Function.objects.current()
        .filter(Q(name_key__in=keys) | Q(pk__in=former.values("function")))
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
