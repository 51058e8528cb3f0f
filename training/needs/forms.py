"""What a unit needs, and what is done about it."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from handslag import clock
from handslag.access.people import Person
from handslag.access.visibility import visible_to
from handslag.forms.once import OnceForm
from handslag.places.models import Unit
from handslag.privacy.forms import ScannedFormMixin
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import CourseKind
from training.managers.unit_field import UnitField
from training.needs.kinds import NeedState, NeedUrgency
from training.needs.need import TrainingNeed
from training.needs.rules import units_to_enter_for
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.rules import known_occasions

LONGEST = 400


class OccasionField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Occasion) -> str:
        day = date_format(timezone.localtime(obj.starts_at), "j F Y") if obj.starts_at else ""
        return f"{obj.course.title}, {day}"


class SeenField(forms.CharField):
    """A moment to the microsecond; people do not write it."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime.datetime) else value

    def to_python(self, value: Any) -> Any:
        try:
            return datetime.datetime.fromisoformat(super().to_python(value) or "")
        except ValueError:
            return None


class NeedForm(OnceForm):
    unit = UnitField(
        label=_("Which unit?"),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Choose the unit.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of training?"),
        choices=CourseKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of training is needed.")},
    )
    what = forms.CharField(
        label=_("What does the unit need?"),
        help_text=_("Write about the work and what one must be able to do, never about a person."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": _("Write what the unit needs.")},
    )
    urgency = forms.ChoiceField(
        label=_("How urgent is it?"),
        choices=NeedUrgency.choices,
        widget=forms.RadioSelect,
        initial=NeedUrgency.THIS_YEAR,
        error_messages={"required": _("Choose how urgent it is.")},
    )

    def __init__(self, user: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_to_enter_for(user)  # type: ignore[attr-defined]  # declared above


class AnswerForm(ScannedFormMixin, forms.Form):
    """`state` and what belongs to it: an occasion where it is planned, a reason where it is declined. `changed_at`: of
    the need as the page shows it; None where that cannot be read."""

    scan_exempt: ClassVar[dict[str, str]] = {"changed_at": "made by the program"}

    changed_at = SeenField()
    state = forms.ChoiceField(
        label=_("What is decided?"), choices=NeedState.choices, widget=forms.RadioSelect
    )
    course = forms.ModelChoiceField(
        label=_("Course that answers it"),
        queryset=CoursePage.objects.none(),
        required=False,
        empty_label=_("No course yet"),
    )
    occasion = OccasionField(
        label=_("Occasion"),
        queryset=Occasion.objects.none(),
        required=False,
        empty_label=_("No occasion"),
        help_text=_("Needed where it is planned."),
    )
    reason = forms.CharField(
        label=_("Why it is not met"),
        max_length=250,
        required=False,
        help_text=_("Needed where it is not met; the unit reads it."),
    )

    def __init__(self, user: Person, need: TrainingNeed, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        courses = CoursePage.objects.filter(locale=Locale.get_default(), replaced_by=None)
        courses = visible_to(courses | CoursePage.objects.filter(pk=need.course_id), user)
        ahead = known_occasions(user).filter(state=OccasionState.OPEN, ends_at__gte=clock.now())
        occasions = ahead | known_occasions(user).filter(pk=need.occasion_id)
        self.fields["course"].queryset = courses.order_by("title")  # type: ignore[attr-defined]  # declared above
        self.fields["occasion"].queryset = (  # type: ignore[attr-defined]  # as above
            occasions.select_related("course").order_by("starts_at", "pk")
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        state, occasion = cleaned.get("state"), cleaned.get("occasion")
        if state == NeedState.PLANNED and occasion is None and "occasion" not in self.errors:
            self.add_error("occasion", _("Choose the occasion it is planned with, or leave it open."))
        if state == NeedState.DECLINED and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Write why it is not met; the unit reads it."))
        if state in (NeedState.PLANNED, NeedState.MET) and occasion is not None:
            chosen = cleaned.get("course")
            if chosen is not None and chosen != occasion.course:
                self.add_error("occasion", _("The occasion is of another course than the one chosen."))
            cleaned["course"] = occasion.course
        return cleaned
