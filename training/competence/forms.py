"""What a person enters about training had elsewhere."""

import datetime
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.forms.once import OnceForm
from training.competence.kinds import COUNTED_CHOICES

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


class MonthField(forms.CharField):
    """“2025-09”, as the browser's own month field writes it and as people without one can."""

    widget = forms.TextInput(attrs={"type": "month", "placeholder": ""})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        found = _MONTH.fullmatch(text.strip())
        try:
            return datetime.date(int(found[1]), int(found[2]), 1) if found else self._refuse()
        except ValueError:
            return self._refuse()

    def _refuse(self) -> datetime.date:
        raise ValidationError(_("Write year and month, for example 2025-09."))


class EarlierForm(OnceForm):
    title = forms.CharField(
        label=_("What was it called?"),
        max_length=200,
        error_messages={"required": _("Write what the training was called.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind was it?"),
        choices=COUNTED_CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of training it was.")},
    )
    held_in = MonthField(
        label=_("When was it?"),
        help_text=_("Year and month, for example 2025-09."),
        error_messages={"required": _("Write when the training was.")},
    )

    def clean_held_in(self) -> datetime.date:
        month: datetime.date = self.cleaned_data["held_in"]
        if month > clock.today():
            raise ValidationError(_("The month lies ahead; enter the training when you have had it."))
        return month
