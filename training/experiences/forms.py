"""What the forum and the coordinator write about what was learned elsewhere."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.forms.once import OnceForm
from handslag.forms.seen import SeenForm
from training.experiences.kinds import ExperienceKind

LONGEST = 4000


class ExperienceForm(OnceForm, SeenForm):
    scan_exempt: ClassVar[dict[str, str]] = {**OnceForm.scan_exempt, **SeenForm.scan_exempt}

    kind = forms.ChoiceField(
        label=_("What was it?"),
        choices=ExperienceKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it was.")},
    )
    subject = forms.CharField(
        label=_("What was it about?"),
        max_length=200,
        error_messages={"required": _("Write what it was about, in a few words.")},
    )
    held_on = forms.DateField(
        label=_("Date"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": _("Write the day, for example 2026-03-02."),
            "invalid": _("Write the day as year, month and day, for example 2026-03-02."),
        },
    )
    organisation = forms.ModelChoiceField(
        label=_("Whom did you visit, or who arranged it?"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("None of the directory"),
    )
    place = forms.CharField(
        label=_("Place"),
        max_length=160,
        required=False,
        help_text=_("Needed where no organisation is chosen."),
    )
    participants = forms.IntegerField(
        label=_("How many of us took part?"),
        min_value=1,
        max_value=5000,
        help_text=_("A number, no names."),
        error_messages={"required": _("Write how many took part.")},
    )
    learned = forms.CharField(
        label=_("What did we learn?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        help_text=_("About methods and ways of working, never about a person."),
        error_messages={"required": _("Write what you learned.")},
    )
    changes = forms.CharField(
        label=_("What do we change because of it?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # One that was archived since stays chosen.
        rows = Organisation.objects.current()
        if chosen := self.initial.get("organisation"):
            rows = rows | Organisation.objects.filter(pk=chosen)
        self.fields["organisation"].queryset = rows.order_by("name")  # type: ignore[attr-defined]  # declared above

    def clean_held_on(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["held_on"]
        if day > clock.today():
            raise ValidationError(_("The day lies ahead; write about it when it has been."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("organisation") and not cleaned.get("place") and "place" not in self.errors:
            self.add_error("place", _("Choose an organisation or write where it was."))
        return cleaned
