"""The checker's two answers to the board's changes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.privacy.forms import ScannedFormMixin

_OURS = {"seen": "made by the program"}


class ConfirmChangesForm(ScannedFormMixin, forms.Form):
    """`seen` is the digest of the text on the page: what is sealed is what was compared."""

    scan_exempt = _OURS

    seen = forms.CharField(widget=forms.HiddenInput)
    same = forms.BooleanField(
        label=_("I have compared the changes with the minutes, and they say the same."),
        error_messages={"required": _("Tick that you have compared the changes with the minutes.")},
    )


class ReturnChangesForm(ScannedFormMixin, forms.Form):
    comment = forms.CharField(
        label=_("What differs from the minutes?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Say what differs from the minutes, so that it can be corrected.")},
    )
