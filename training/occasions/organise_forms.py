"""What organisers fill in on the page of an occasion: new times, and why it is cancelled."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.privacy.forms import ScannedFormMixin
from training.occasions.calendar_day import Span
from training.occasions.local_time import LocalMoment
from training.occasions.occasion import Occasion
from training.occasions.saving import spans_of


class _SeenForm(ScannedFormMixin, forms.Form):
    """Carries what the page showed, so that two who change it at once do not undo each other."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AnnounceForm(_SeenForm):
    pass


class CancelForm(_SeenForm):
    reason = forms.CharField(
        label=gettext_lazy("Why it is cancelled"),
        help_text=gettext_lazy("Sent to everybody registered, and shown where the occasion stood."),
        max_length=250,
        error_messages={"required": gettext_lazy("Say in one sentence why it is cancelled.")},
    )
    is_sure = forms.BooleanField(
        label=gettext_lazy("Yes, cancel it and tell everybody registered"),
        error_messages={"required": gettext_lazy("Tick that you want to cancel it; it cannot be undone.")},
    )


@dataclass(frozen=True)
class DayFields:
    number: int
    begins: forms.BoundField
    ends: forms.BoundField


class MoveForm(_SeenForm):
    """The days that there are, each with its times. More or fewer days are a matter for the editor."""

    scan_exempt = {"link": "an address"}

    place = forms.CharField(label=gettext_lazy("Place"), max_length=160, required=False)
    link = forms.URLField(label=gettext_lazy("Link to the meeting"), required=False, assume_scheme="https")

    def __init__(self, occasion: Occasion, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._number = 0
        for number, (begins, ends) in enumerate(spans_of(occasion), start=1):
            self._number = number
            self.fields[f"begins_{number}"] = _moment(_("Day %(number)d begins"), number, begins)
            self.fields[f"ends_{number}"] = _moment(_("Day %(number)d ends"), number, ends)
        self.initial.update(place=occasion.place, link=occasion.link)

    @property
    def days(self) -> list[Span]:
        return [
            (self.cleaned_data[f"begins_{number}"], self.cleaned_data[f"ends_{number}"])
            for number in range(1, self._number + 1)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for number in self._numbers_wrong(cleaned):
            self.add_error(f"ends_{number}", ValidationError(_("The day ends before it begins.")))
        return cleaned

    def _numbers_wrong(self, cleaned: dict[str, Any]) -> Iterator[int]:
        for number in range(1, self._number + 1):
            begins, ends = cleaned.get(f"begins_{number}"), cleaned.get(f"ends_{number}")
            if begins is not None and ends is not None and ends <= begins:
                yield number


def _moment(label: str, number: int, initial: Any) -> LocalMoment:
    return LocalMoment(
        label=label % {"number": number},
        initial=initial,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": _("Give a day and a time."), "invalid": _("Give a day and a time.")},
    )
