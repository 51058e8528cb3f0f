"""A method, and a review of one."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from contacts.functions.function import Function
from contacts.keeping.function_select import FunctionSelect
from contacts.organisations.naming import key_of
from handslag import clock
from handslag.forms.once import OnceForm
from handslag.forms.seen import SeenForm
from training.methods.kinds import MethodDecision
from training.methods.method import Method

LONGEST = 4000
MOST_SOURCES = 20
SAME_NAME = _("The method is in the register already; review it there.")
_DAY = {"invalid": _("Write the day as year, month and day, for example 2026-03-02.")}


def other_methods(method: Method | None) -> "QuerySet[Method]":
    return Method.objects.exclude(pk=method.pk) if method else Method.objects.all()


class MethodForm(SeenForm):
    name = forms.CharField(
        label=_("Name of the method"),
        max_length=160,
        error_messages={"required": _("Write what the method is called.")},
    )
    description = forms.CharField(
        label=_("What it is and whom it is for"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": _("Write what the method is and whom it is for.")},
    )
    owner = forms.ModelChoiceField(
        label=_("Function that answers for it"),
        queryset=Function.objects.all(),
        required=False,
        widget=FunctionSelect,
    )
    replaced_by = forms.ModelChoiceField(
        label=_("Replaced by"),
        queryset=Method.objects.none(),
        required=False,
        empty_label=_("Not replaced"),
    )

    def __init__(self, method: Method | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.method = method
        others = other_methods(method)
        self.fields["replaced_by"].queryset = others  # type: ignore[attr-defined]  # declared above

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        same = Method.objects.filter(name_key=key_of(name))
        if self.method is not None:
            same = same.exclude(pk=self.method.pk)
        if same.exists():
            raise ValidationError(SAME_NAME)
        return name

    def clean_replaced_by(self) -> Method | None:
        """Not by one that it replaces itself, over however many steps."""
        chosen: Method | None = self.cleaned_data["replaced_by"]
        step, seen = chosen, set()
        while step is not None and step.pk not in seen:
            if self.method is not None and step.replaced_by_id == self.method.pk:
                raise ValidationError(_("That method was itself replaced by this one."))
            seen.add(step.pk)
            step = step.replaced_by
        return chosen


class ReviewForm(OnceForm):
    evidence = forms.CharField(
        label=_("What is known of its effect?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": _("Write what is known, also where it is little.")},
    )
    sources = forms.CharField(
        label=_("Links to sources"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
        help_text=_("One address on each line."),
    )
    decision = forms.ChoiceField(
        label=_("What is decided?"),
        choices=MethodDecision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is decided.")},
    )
    decided_on = forms.DateField(
        label=_("Decided on"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={**_DAY, "required": _("Write the day, for example 2026-03-02.")},
    )
    next_review_on = forms.DateField(
        label=_("Next review"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        required=False,
        help_text=_("Not needed where you stop using it."),
        error_messages=_DAY,
    )

    def clean_sources(self) -> str:
        lines = [line.strip() for line in self.cleaned_data["sources"].splitlines() if line.strip()]
        if len(lines) > MOST_SOURCES:
            raise ValidationError(_("At most %(most)d addresses."), params={"most": MOST_SOURCES})
        check = URLValidator(schemes=["http", "https"])
        for line in lines:
            try:
                check(line)
            except ValidationError as error:
                raise ValidationError(
                    _("“%(line)s” is no web address; begin with https://."), params={"line": line[:60]}
                ) from error
        return "\n".join(lines)

    def clean_decided_on(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["decided_on"]
        if day > clock.today():
            raise ValidationError(_("The day lies ahead; enter the review when it has been decided."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        decided, following = cleaned.get("decided_on"), cleaned.get("next_review_on")
        if following is None and "next_review_on" not in self.errors:
            if cleaned.get("decision") not in (None, MethodDecision.STOP):
                self.add_error("next_review_on", _("Write when the method is reviewed next."))
        elif decided and following and following <= decided:
            self.add_error("next_review_on", _("The next review is after the day of this one."))
        return cleaned
