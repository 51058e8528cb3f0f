"""The filters of the list: a GET form, so that the address holds the choice."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from contacts.organisations.kinds import OrganisationKind, PreventionLevel
from handslag.places.models import Municipality

ANY = ("", _("All"))


class DirectoryFilter(forms.Form):
    """Not asked before anything is saved, so not scanned. What the address says wrongly filters nothing."""

    q = forms.CharField(
        label=_("Organisation or function"),
        help_text=_("Former names are found too."),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    slag = forms.ChoiceField(label=_("Kind"), required=False, choices=[ANY, *OrganisationKind.choices])
    niva = forms.ChoiceField(
        label=_("Level of prevention"), required=False, choices=[ANY, *PreventionLevel.choices]
    )
    kommun = forms.ChoiceField(label=_("Municipality"), required=False)
    vakant = forms.BooleanField(label=_("Only vacant functions"), required=False)

    granska = forms.BooleanField(label=_("Only particulars to be checked"), required=False)

    def __init__(self, data: QueryDict, municipalities: list[Municipality], *, keeps: bool) -> None:
        """`keeps`: for the coordinator, who has more to look for."""
        super().__init__(data)
        if not keeps:
            del self.fields["granska"]
        if len(municipalities) > 1:
            self.fields["kommun"].choices = [ANY, *((one.code, one.name) for one in municipalities)]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["kommun"]

    @property
    def chosen(self) -> dict[str, Any]:
        """The valid choices that say something."""
        if not self.is_valid():
            self.cleaned_data = {
                name: value for name, value in self.cleaned_data.items() if name not in self.errors
            }
        return {name: value for name, value in self.cleaned_data.items() if value}

    def in_words(self, name: str) -> str:
        """“Kind: police”, for the mark that takes the filter away."""
        value = self.chosen[name]
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            value = dict(field.choices)[value]  # type: ignore[arg-type]  # pairs
        return str(field.label) if value is True else f"{field.label}: {value}"
