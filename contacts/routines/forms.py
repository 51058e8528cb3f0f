"""What is filled in to begin a round, to sign its steps, to take a signature back and to end it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from contacts.bodies.lapses import local_day
from contacts.bodies.meeting import MeetingPage
from contacts.functions.function import Function
from contacts.routines.run import RunStep
from contacts.routines.signature import StepSignature
from handslag import clock
from handslag.forms.once import OnceForm
from handslag.privacy.forms import ScannedFormMixin


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title}, {local_day(obj.starts_at)}"


class FunctionChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name_with_organisation)


class BeginForm(OnceForm):
    label = forms.CharField(
        label=_("What the round is called"),
        max_length=120,
        help_text=_("For example “Follow-up of spring 2026”."),
        error_messages={"required": _("Write what the round is called.")},
    )
    due = forms.DateField(
        label=_("When all steps are to be signed"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose the day when all steps are to be signed.")},
    )
    meeting = MeetingChoice(label=_("For a meeting"), queryset=MeetingPage.objects.none(), required=False)

    def __init__(self, *args: Any, meetings: QuerySet[MeetingPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["meeting"]
        field.queryset = meetings

    def clean_due(self) -> Any:
        if self.cleaned_data["due"] < clock.today():
            raise ValidationError(_("Choose today or a later day."))
        return self.cleaned_data["due"]


class SignForm(forms.Form):
    steps = forms.TypedMultipleChoiceField(
        label=_("Steps that are done"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Mark the steps that are done.")},
    )
    function = FunctionChoice(
        label=_("Signed as"),
        queryset=Function.objects.none(),
        error_messages={"required": _("Choose the function you sign for.")},
    )

    def __init__(
        self, *args: Any, steps: list[RunStep], functions: QuerySet[Function], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["steps"]
        choice.choices = [(step.pk, f"{step.number}. {step.text}") for step in steps]
        field: Any = self.fields["function"]
        field.queryset = functions
        if len(functions) == 1:
            field.initial, field.empty_label = functions[0].pk, None


class WithdrawForm(ScannedFormMixin, forms.Form):
    signature = forms.TypedChoiceField(
        label=_("Signature to withdraw"),
        coerce=int,
        error_messages={"required": _("Choose the signature to withdraw.")},
    )
    why = forms.CharField(
        label=_("Why it is withdrawn"),
        max_length=250,
        help_text=_("Stays beside the step together with the signature. Write nothing about a person."),
        error_messages={"required": _("Write why it is withdrawn.")},
    )

    def __init__(self, *args: Any, signatures: list[StepSignature], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["signature"]
        field.choices = [
            ("", "---------"),
            *((row.pk, f"{row.step.number}. {row.step.text}") for row in signatures),
        ]


class EndForm(ScannedFormMixin, forms.Form):
    why = forms.CharField(
        label=_("Why the round is ended"),
        max_length=250,
        error_messages={"required": _("Write why the round is ended.")},
    )
