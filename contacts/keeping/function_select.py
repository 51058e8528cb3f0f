"""Functions to choose from, under the organisations they belong to."""

from itertools import groupby
from typing import Any

from django import forms

from contacts.functions.function import Function
from handslag.forms.numbers import number_in


class FunctionSelect(forms.Select):
    """One query however many rows a form has; two of the same name are told apart by their organisations."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        chosen = {number_in(one) for one in value}
        rows = Function.objects.select_related("organisation").order_by("organisation__name", "name")
        offered = [
            row
            for row in rows
            if row.pk in chosen or (row.abolished_on is None and row.organisation.archived_on is None)
        ]
        groups = groupby(offered, key=lambda row: row.organisation.name)
        self.choices = [
            ("", "---------"),
            *((title, [(row.pk, row.name) for row in members]) for title, members in groups),
        ]
        return super().optgroups(name, value, attrs)
