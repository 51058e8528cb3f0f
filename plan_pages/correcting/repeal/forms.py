"""What is asked of a repeal: why, and what each municipality's body decided."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

from handslag.access.people import Person
from handslag.access.visibility import has_audience, visible_to
from handslag.places.models import Municipality
from handslag.privacy.forms import ScannedFormMixin
from plan_pages.correcting.dates import DAY
from plan_pages.correcting.repeal.models import RepealDecision


class ReasonForm(ScannedFormMixin, forms.Form):
    reason = forms.CharField(
        label=_("Why is the plan repealed?"),
        help_text=_("Everyone reads this where the plan was."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class DecisionForm(ScannedFormMixin, forms.ModelForm):
    class Meta:
        model = RepealDecision
        fields: ClassVar[list[str]] = [
            "municipality",
            "body_type",
            "body",
            "meeting_date",
            "paragraph",
            "registry_number",
            "in_effect_from",
            "minutes_verified_on",
            "minutes_document",
        ]
        widgets: ClassVar[dict[str, Any]] = dict.fromkeys(
            ("meeting_date", "in_effect_from", "minutes_verified_on"), DAY
        )
        help_texts: ClassVar[dict[str, Any]] = {
            "paragraph": _("Required of the council, the executive board and committees."),
            "in_effect_from": _("From this day no plan is in force."),
        }

    def __init__(self, data: Any, places: list[str], user: Person) -> None:
        """`places` are codes of municipalities that may still be entered."""
        super().__init__(data)
        municipalities = Municipality.objects.filter(code__in=places).order_by("name")
        fields: dict[str, Any] = self.fields
        fields["municipality"].queryset = municipalities
        if len(places) == 1:
            fields["municipality"].initial = municipalities.first()
        fields["minutes_document"].queryset = _documents(user).order_by("title")


class ConfirmForm(ScannedFormMixin, forms.Form):
    """`seen` is the mark of what was on the page: what is sealed is what was read."""

    scan_exempt = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput)
    same = forms.BooleanField(
        label=_("I have compared every line with the minutes, and they say the same."),
        error_messages={"required": _("Tick that you have compared it with the minutes.")},
    )


class DeclineForm(ScannedFormMixin, forms.Form):
    note = forms.CharField(
        label=_("What differs from the minutes?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Say what differs from the minutes, so that it can be corrected.")},
    )


def _documents(user: Person) -> Any:
    """Files that this person may know of; all where the site's documents have no audience."""
    documents = get_document_model().objects.all()
    return visible_to(documents, user) if has_audience(documents.model) else documents
