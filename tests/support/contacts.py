"""Organisations, functions and persons of a test, all of them made up."""

import datetime
from typing import Any

from contacts.functions.function import Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.organisations.kinds import OrganisationKind
from contacts.organisations.organisation import Organisation


def organisation(
    name: str = "Fritidsenheten", kind: str = OrganisationKind.LEISURE, **fields: Any
) -> Organisation:
    return Organisation.objects.create(name=name, kind=kind, **fields)


def function(name: str = "Fritidschef", at: Organisation | None = None, **fields: Any) -> Function:
    return Function.objects.create(name=name, organisation=at or organisation(), **fields)


def held(place: Function, by: str = "Kim Exempel", since: str = "2025-01-01", **fields: Any) -> Holding:
    day = datetime.date.fromisoformat(since)
    person = ContactPerson.objects.create(name=by, agreed_on=day)
    return Holding.objects.create(function=place, person=person, since=day, **fields)
