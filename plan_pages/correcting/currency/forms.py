"""What is asked of a review of currency."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag import clock
from handslag.privacy.forms import ScannedFormMixin
from plan_pages.correcting.dates import DAY
from plan_pages.editions.currency import CurrencyOutcome, CurrencyReview, next_after


class ReviewForm(ScannedFormMixin, forms.ModelForm):
    scan_exempt = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=gettext_lazy("Does the plan still hold?"),
        choices=CurrencyOutcome.choices,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = CurrencyReview
        fields: ClassVar[list[str]] = ["reviewed_on", "function", "outcome", "note", "next_on"]
        widgets: ClassVar[dict[str, Any]] = {
            "reviewed_on": DAY,
            "next_on": DAY,
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "function": gettext_lazy("A function, never a person's name."),
            "note": gettext_lazy("Not needed where the plan is current."),
        }

    def __init__(self, data: Any, seen: str, function: str) -> None:
        today = clock.today()
        initial = {"seen": seen, "function": function, "reviewed_on": today, "next_on": next_after(today)}
        super().__init__(data, initial=initial)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("outcome") not in (None, CurrencyOutcome.CURRENT) and not data.get("note", "").strip():
            self.add_error("note", _("Say what is no longer right."))
        return data
