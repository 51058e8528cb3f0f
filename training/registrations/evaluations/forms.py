"""What somebody who came is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.privacy.forms import ScannedFormMixin
from training.registrations.evaluations.evaluation import Level


class EvaluationForm(ScannedFormMixin, forms.Form):
    useful = forms.TypedChoiceField(
        label=_("Was it of use for your work?"),
        choices=[
            (5, _("5, of great use")),
            (4, "4"),
            (3, "3"),
            (2, "2"),
            (1, _("1, of no use")),
        ],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a number from 1 to 5.")},
    )
    level = forms.ChoiceField(
        label=_("How was the level?"),
        choices=Level.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the level was.")},
    )
    better = forms.CharField(
        label=_("What could be better?"),
        help_text=_(
            "Those who arrange read it as you write it. Name nobody, and nothing that shows who you are."
        ),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
