"""Functions to choose from, under the organisations they belong to."""

from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q

from contacts.functions.function import Function
from handslag.forms.numbers import number_in


class FunctionSelect(forms.Select):
    """One query however many rows a form has; two of the same name are told apart by their organisations."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        chosen = [number for one in value if (number := number_in(one)) is not None]
        current = Q(pk__in=Function.objects.current().values("pk"))
        rows = Function.objects.filter(current | Q(pk__in=chosen)).select_related("organisation")
        offered = rows.order_by("organisation__name", "name")
        groups = groupby(offered, key=lambda row: row.organisation.name)
        self.choices = [
            ("", "---------"),
            *((title, [(row.pk, row.name) for row in members]) for title, members in groups),
        ]
        return super().optgroups(name, value, attrs)
