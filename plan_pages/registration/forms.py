"""The answer to a registration."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.privacy.forms import ScannedFormMixin


class ConfirmForm(ScannedFormMixin, forms.Form):
    """`compared` is the revision that was on the page: what is sealed is what was read."""

    compared = forms.IntegerField(widget=forms.HiddenInput)
    same = forms.BooleanField(
        label=_("I have compared the whole text and the decision with the source, and they say the same."),
        error_messages={"required": _("Tick that you have compared the text with the source.")},
    )


class ReturnForm(ScannedFormMixin, forms.Form):
    note = forms.CharField(
        label=_("What differs?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Say what differs, so that it can be corrected.")},
    )
