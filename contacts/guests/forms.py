"""Whom to invite."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.functions.function import Function
from contacts.keeping.function_select import FunctionSelect
from contacts.organisations.organisation import Organisation
from handslag.privacy.forms import ScannedFormMixin


class InviteForm(ScannedFormMixin, forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The guest's name is not kept. The address is removed some time after the meeting."),
        error_messages={"required": _("Write the address that the invitation goes to.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    function = forms.ModelChoiceField(
        label=_("The guest comes as"),
        queryset=Function.objects.none(),
        required=False,
        widget=FunctionSelect,
        help_text=_("A function in the directory. Otherwise choose the organisation below."),
    )
    organisation = forms.ModelChoiceField(
        label=_("or the guest comes for"), queryset=Organisation.objects.none(), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "function": Function.objects.current(),
            "organisation": Organisation.objects.current(),
        }
        for name, queryset in choices.items():
            field: Any = self.fields[name]
            field.queryset = queryset

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if {"function", "organisation"} <= cleaned.keys():
            chosen = [cleaned["function"], cleaned["organisation"]]
            if chosen.count(None) != 1:
                self.add_error("function", _("Choose either a function or an organisation."))
        return cleaned
