"""What staff fill in and what the forum answers with; numbers that point out a person stop here with the text kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.guidance.kinds import Situation, Urgency
from handslag.forms.once import OnceForm
from handslag.places.models import Unit
from handslag.privacy.forms import ScannedFormMixin

LONGEST = 4000


class AskForm(OnceForm):
    situation = forms.ChoiceField(
        label=_("What kind of situation is it about?"),
        choices=Situation.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of situation it is about.")},
    )
    urgency = forms.ChoiceField(
        label=_("When do you need an answer?"),
        choices=Urgency.choices,
        widget=forms.RadioSelect,
        initial=Urgency.WEEK,
        error_messages={"required": _("Choose when you need an answer.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Your unit"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("I do not want to say"),
        help_text=_("Leave it out where a unit is so small that it shows whom you are asking about."),
    )
    question = forms.CharField(
        label=_("Your question"),
        help_text=_(
            "Describe the kind of situation, never a person: no names, no identity numbers, no age together with"
            " a place."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LONGEST,
        error_messages={"required": _("Write your question.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units: forms.ModelChoiceField[Unit] = self.fields["unit"]  # type: ignore[assignment]  # declared above
        units.queryset = Unit.objects.all()


class RewriteForm(ScannedFormMixin, forms.Form):
    question = forms.CharField(
        label=_("Your question"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LONGEST,
        error_messages={"required": _("Write your question.")},
    )


class WithdrawForm(ScannedFormMixin, forms.Form):
    is_sure = forms.BooleanField(
        label=_("Yes, remove my request"),
        error_messages={"required": _("Tick that you want to remove the request; it cannot be undone.")},
    )


class AnswerForm(OnceForm):
    text = forms.CharField(
        label=_("Answer"),
        help_text=_("The answer may become a public record. Describe no person in it either."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LONGEST,
        error_messages={"required": _("Write the answer.")},
    )


class FurtherForm(OnceForm):
    text = forms.CharField(
        label=_("Follow-up question"),
        help_text=_("The same holds as before: describe the kind of situation, never a person."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": _("Write your question.")},
    )


class FeedbackForm(ScannedFormMixin, forms.Form):
    is_useful = forms.TypedChoiceField(
        label=_("Was the answer of use?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    text = forms.CharField(
        label=_("What could be better?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )


class RegisterForm(ScannedFormMixin, forms.Form):
    registry_number = forms.CharField(
        label=_("Registry number of the request"), max_length=40, required=False
    )
    answer_registry_number = forms.CharField(
        label=_("Registry number of the answer"), max_length=40, required=False
    )
