"""Organisations with their functions and who holds them, read in a fixed number of queries."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.urls import reverse

from contacts.functions.function import Function, FunctionQuerySet
from contacts.functions.holding import Holding
from contacts.organisations.organisation import Organisation, OrganisationQuerySet


@dataclass(frozen=True)
class FunctionRow:
    """`holder` None: vacant. The deputies stand beside."""

    function: Function
    holder: Holding | None
    deputies: list[Holding]

    @property
    def is_vacant(self) -> bool:
        return self.holder is None

    @property
    def anchor(self) -> str:
        return f"funktion-{self.function.pk}"

    @property
    def url(self) -> str:
        return f"{organisation_url(self.function.organisation_id)}#{self.anchor}"


@dataclass(frozen=True)
class OrganisationRow:
    organisation: Organisation
    former_names: list[str]
    functions: list[FunctionRow] = field(default_factory=list)

    @property
    def url(self) -> str:
        return organisation_url(self.organisation.pk)


def organisation_url(pk: int) -> str:
    return reverse("contacts:organisation", args=[pk])


def with_holders(functions: FunctionQuerySet, day: datetime.date) -> FunctionQuerySet:
    """With `held_now` on each: the holdings of that day with their persons, in one query."""
    holdings = Holding.objects.on(day).select_related("person")
    return functions.prefetch_related(Prefetch("holdings", queryset=holdings, to_attr="held_now"))


def with_functions(
    organisations: OrganisationQuerySet, functions: FunctionQuerySet, day: datetime.date
) -> OrganisationQuerySet:
    return organisations.select_related("municipality", "parent").prefetch_related(
        "former_names",
        Prefetch("functions", queryset=with_holders(functions, day), to_attr="functions_now"),
    )


def function_row(function: Function) -> FunctionRow:
    """Of one that was read by `with_holders`."""
    held: list[Holding] = function.held_now
    return FunctionRow(
        function,
        next((one for one in held if not one.is_deputy), None),
        [one for one in held if one.is_deputy],
    )


def organisation_rows(organisations: Iterable[Organisation]) -> list[OrganisationRow]:
    """Of those that were read by `with_functions`."""
    return [
        OrganisationRow(
            one,
            [former.name for former in one.former_names.all()],
            [function_row(function) for function in one.functions_now],
        )
        for one in organisations
    ]
