"""The filters of the catalogue: a GET form, so that the address holds the choice."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from training.catalogue.kinds import CourseKind, OrganiserLevel
from training.occasions.months import Month, as_text, in_words, months_ahead

ANY = ("", _("All"))
MONTH_VIEW = "manad"


class CatalogueFilter(forms.Form):
    """Not asked before anything is saved, so not scanned. What the address says wrongly filters nothing."""

    typ = forms.ChoiceField(label=_("Kind"), required=False, choices=[ANY, *CourseKind.choices])
    malgrupp = forms.CharField(
        label=_("Whom it is for"),
        help_text=_("A word, for example teachers."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    manad = forms.ChoiceField(label=_("Month"), required=False)
    niva = forms.ChoiceField(label=_("Organiser"), required=False, choices=[ANY, *OrganiserLevel.choices])
    lediga = forms.BooleanField(label=_("Only with free places"), required=False)
    vy = forms.ChoiceField(required=False, choices=[(MONTH_VIEW, "")], widget=forms.HiddenInput)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self._months = {as_text(month): month for month in months_ahead()}
        months: forms.ChoiceField = self.fields["manad"]  # type: ignore[assignment]  # declared above
        months.choices = [ANY, *((text, in_words(month)) for text, month in self._months.items())]

    @property
    def chosen(self) -> dict[str, Any]:
        """The valid choices that say something; the view is none."""
        if not self.is_valid():
            self.cleaned_data = {
                name: value for name, value in self.cleaned_data.items() if name not in self.errors
            }
        return {name: value for name, value in self.cleaned_data.items() if value and name != "vy"}

    @property
    def is_month_view(self) -> bool:
        return bool(self.data.get("vy") == MONTH_VIEW)

    @property
    def month(self) -> Month | None:
        return self._months.get(self.chosen.get("manad", ""))

    def in_words(self, name: str) -> str:
        """“Kind: conference”, for the mark that takes the filter away."""
        value = self.chosen[name]
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            value = dict(field.choices)[value]  # type: ignore[arg-type]  # pairs
        return str(field.label) if value is True else f"{field.label}: {value}"
