"""Form fields, errors and filters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.styleguide.components import Component, Example


class SampleForm(forms.Form):
    """One field of every kind, with and without faults."""

    title = forms.CharField(
        label=_("Name of the training"), help_text=_("As it should be read in the catalogue.")
    )
    note = forms.CharField(label=_("Note"), widget=forms.Textarea, required=False)
    held_on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    level = forms.ChoiceField(
        label=_("Prevention level"),
        choices=[("", _("Choose")), ("universal", _("Universal")), ("selective", _("Selective"))],
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        widget=forms.RadioSelect,
        choices=[("knowledge", _("Knowledge")), ("method", _("Method for conversation"))],
        help_text=_("What the training mostly is about."),
    )
    minutes = forms.FileField(label=_("Minutes"), help_text=_("PDF, at most 20 MB."), required=False)
    agreed = forms.BooleanField(label=_("I have told the participants what is stored about them"))
    closed = forms.CharField(label=_("Registry number"), disabled=True, initial="KS 2026-112", required=False)


class SampleFilters(forms.Form):
    """Two filters, as over a catalogue."""

    audience = forms.ChoiceField(
        label=_("For whom"), choices=[("", _("Everyone")), ("school", _("School"))], required=False
    )
    month = forms.ChoiceField(
        label=_("Month"), choices=[("", _("All")), ("2026-03", _("March"))], required=False
    )


def components() -> list[Component]:
    return [_field(), _error_summary(), _form_fields(), _filters()]


def _fresh(prefix: str) -> SampleForm:
    return SampleForm(prefix=prefix, auto_id="%s", use_required_attribute=False)


def _faulty(prefix: str) -> SampleForm:
    form = SampleForm({}, prefix=prefix, auto_id="%s", use_required_attribute=False)
    form.is_valid()
    return form


def _field() -> Component:
    fresh, faulty = _fresh("a"), _faulty("b")
    return Component(
        "field",
        _("Field"),
        [
            Example(_("With a hint"), {"field": fresh["title"]}),
            Example(_("With an error"), {"field": faulty["title"]}),
            Example(_("Long text, optional"), {"field": fresh["note"]}),
            Example(_("Date"), {"field": fresh["held_on"]}),
            Example(_("Choice from a list"), {"field": fresh["level"]}),
            Example(_("Choice between few"), {"field": fresh["kind"]}),
            Example(_("Choice with an error"), {"field": faulty["kind"]}),
            Example(_("File"), {"field": fresh["minutes"]}),
            Example(_("Tick box"), {"field": fresh["agreed"]}),
            Example(_("Locked"), {"field": fresh["closed"]}),
        ],
    )


def _error_summary() -> Component:
    return Component(
        "error_summary",
        _("Error summary"),
        [Example(_("Leads to the faults above"), {"form": _faulty("b"), "focus": False})],
    )


def _form_fields() -> Component:
    return Component(
        "form_fields",
        _("All fields of a form"),
        [Example(_("Two fields"), {"form": SampleFilters(prefix="c", auto_id="%s")})],
    )


def _filters() -> Component:
    chips = [{"label": _("School"), "href": "#filters"}]
    return Component(
        "filters",
        _("Filters"),
        [
            Example(
                _("With a choice made"),
                {
                    "form": SampleFilters({"d-audience": "school"}, prefix="d", auto_id="%s"),
                    "result": _("12 trainings"),
                    "chips": chips,
                    "clear_href": "#filters",
                },
            ),
        ],
    )
