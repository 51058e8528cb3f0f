"""Which organisations a choice of filters finds; each is a condition of the one query."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q

from contacts.directory.checking import unchecked
from contacts.functions.function import FormerFunctionName, Function, FunctionQuerySet
from contacts.organisations.lasting import lasts
from contacts.organisations.naming import key_of
from contacts.organisations.organisation import FormerName, Organisation, OrganisationQuerySet


def find(chosen: Mapping[str, Any], day: datetime.date) -> OrganisationQuerySet:
    """`chosen` as the filter form names it."""
    found = Organisation.objects.current(day)
    for word in key_of(chosen.get("q", "")).split():
        found = found.filter(_says(word, day))
    if kind := chosen.get("slag"):
        found = found.filter(kind=kind)
    if level := chosen.get("niva"):
        found = found.filter(**{f"works_{level}": True})
    if code := chosen.get("kommun"):
        # What works in the whole county works here too.
        found = found.filter(Q(municipality__code=code) | Q(municipality=None))
    if chosen.get("granska"):
        found = found & unchecked()
    if chosen.get("vakant"):
        found = found.filter(Exists(functions_of(chosen, day).filter(organisation=OuterRef("pk"))))
    return found


def functions_of(chosen: Mapping[str, Any], day: datetime.date) -> FunctionQuerySet:
    """Those shown with their organisations."""
    current = Function.objects.current(day)
    return current.vacant(day) if chosen.get("vakant") else current


def _says(word: str, day: datetime.date) -> Q:
    """Every word must stand in a name the organisation or one of its functions has or had (A3.2)."""
    former = FormerName.objects.filter(organisation=OuterRef("pk"), name_key__contains=word)
    functions = Function.objects.filter(
        lasts("abolished_on", day), organisation=OuterRef("pk"), name_key__contains=word
    )
    renamed = FormerFunctionName.objects.filter(
        lasts("function__abolished_on", day), function__organisation=OuterRef("pk"), name_key__contains=word
    )
    return Q(name_key__contains=word) | Q(Exists(former)) | Q(Exists(functions)) | Q(Exists(renamed))
