"""Form fields that show roles and places as people call them."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts.roles import title
from handslag.access.roles import Bundle, Role, bundles, roles
from handslag.places.models import Unit


class GroupField(forms.ModelMultipleChoiceField):
    """All groups, by title. A checkbox each."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Group) -> str:
        return title(obj.name)


class UnitField(forms.ModelChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        units = Unit.objects.select_related("municipality").order_by("municipality__name", "name")
        super().__init__(units, **{"label": _("Unit"), "required": False, **kwargs})

    def label_from_instance(self, obj: Unit) -> str:
        return f"{obj.name} ({obj.municipality.name})"


def role_choices(chosen: list[Role]) -> list[tuple[str, str]]:
    return [(role.name, f"{role.title}: {role.purpose}") for role in chosen]


def bundle_choices(grantable: set[str]) -> list[tuple[str, str]]:
    """Only bundles that the person may give in full."""
    return [(bundle.name, str(bundle.title)) for bundle in bundles if set(bundle.roles) <= grantable]


def bundles_in_words() -> str:
    return "; ".join(f"{bundle.title}: {_in_words(bundle)}" for bundle in bundles)


def _in_words(bundle: Bundle) -> str:
    return ", ".join(str(roles.get(name).title) for name in bundle.roles)
