"""What a person fills in to register; who they are is known."""

import uuid
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.forms.once import TokenField
from handslag.places.models import Unit
from handslag.privacy.forms import ScannedFormMixin


class RegisterForm(ScannedFormMixin, forms.Form):
    """The token makes a form that is sent twice one registration; a broken one counts as a new form."""

    scan_exempt: ClassVar[dict[str, str]] = {"token": "made by the program"}

    token = TokenField(required=False)
    unit = forms.ModelChoiceField(
        label=_("Your unit"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("None of these"),
        help_text=_("Where you work. It is counted how many of a unit have been trained."),
    )
    needs = forms.CharField(
        label=_("What we need to know for the day"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, municipality: int | None, purge_day: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid.uuid4())
        units = Unit.objects.all() if municipality is None else Unit.objects.filter(municipality=municipality)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["needs"].help_text = _(
            "For example food, hearing, stairs. Write what you need, not why. Only those who arrange the day read it,"
            " and it is removed on %(date)s."
        ) % {"date": purge_day}

    def clean_token(self) -> uuid.UUID:
        return self.cleaned_data.get("token") or uuid.uuid4()
