"""A reader's proposal, and the answer to one."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.privacy.forms import ScannedFormMixin
from plan_pages.proposals.answering import WAITS
from plan_pages.proposals.model import Verdict

LONGEST = 4000


class ProposalForm(ScannedFormMixin, forms.Form):
    text = forms.CharField(
        label=_("What should change?"),
        help_text=_("For example what is missing, out of date or hard to understand."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        error_messages={"required": _("Write what should change.")},
    )
    why = forms.CharField(
        label=_("Why?"),
        help_text=_("What you have seen in your work, without naming or describing anyone."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
    )


class AnswerForm(ScannedFormMixin, forms.Form):
    """`seen` names the answer that stood on the page, so that nobody's is written over unread."""

    scan_exempt: ClassVar[dict[str, str]] = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    verdict = forms.ChoiceField(
        label=_("What becomes of the proposal?"),
        choices=[
            (Verdict.TAKEN_UP, _("Take it up in the draft; the text still has to be written there")),
            (Verdict.DECLINED, _("Do not take it up")),
            (WAITS, _("Let it wait")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of the proposal.")},
    )
    text = forms.CharField(
        label=_("The answer in words"),
        help_text=_(
            "Read by whoever raised it and by the board. Needed where it is not taken up. Do not describe any person."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("verdict") == Verdict.DECLINED and not data.get("text") and "text" not in self.errors:
            self.add_error("text", _("Say why the proposal is not taken up."))
        return data
