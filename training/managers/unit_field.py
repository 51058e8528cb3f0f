"""Choosing a unit."""

from django import forms

from handslag.places.models import Unit


class UnitField(forms.ModelChoiceField):
    """Two municipalities may have units of the same name."""

    def label_from_instance(self, obj: Unit) -> str:
        return f"{obj.name}, {obj.municipality}"
