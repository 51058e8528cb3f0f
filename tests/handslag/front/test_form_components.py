"""Labels, hints and errors belong to their inputs, and the summary leads to each fault."""

import pytest
from django import forms
from django.template.loader import render_to_string

from handslag.forms.renderer import InOurMarkup
from handslag.templatetags.handslag_forms import error_lines


class MeetingForm(InOurMarkup, forms.Form):
    place = forms.CharField(label="Place", help_text="Where you meet.")
    kind = forms.ChoiceField(label="Kind", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    held_at = forms.SplitDateTimeField(label="Time")
    open_to_all = forms.BooleanField(label="Open")
    token = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(label="Note", required=False)

    def clean(self) -> None:
        raise forms.ValidationError("The meeting collides with another.")


@pytest.fixture
def faulty() -> MeetingForm:
    form = MeetingForm({})
    form.is_valid()
    return form


def field(form: forms.Form, name: str, **context: object) -> str:
    return render_to_string("handslag/components/field.html", {"field": form[name], **context})


def test_field__input_points_to_hint_and_error(faulty: MeetingForm) -> None:
    html = field(faulty, "place")
    assert 'aria-describedby="id_place_helptext id_place_error"' in html
    assert 'id="id_place_helptext"' in html
    assert 'id="id_place_error"' in html
    assert 'aria-invalid="true"' in html
    assert '<label class="field__label" for="id_place">' in html


def test_field__group_has_a_legend_and_its_error(faulty: MeetingForm) -> None:
    html = field(faulty, "kind")
    assert "<legend" in html
    assert 'aria-describedby="id_kind_error"' in html
    assert 'id="id_kind_error"' in html


def test_field__optional_is_said_unless_nothing_must_be_filled_in() -> None:
    assert "field__optional" in field(MeetingForm(), "note")
    assert "field__optional" not in field(MeetingForm(), "place")
    assert "field__optional" not in field(MeetingForm(), "note", mark_optional=False)


def test_field__checkbox_stands_before_its_label() -> None:
    html = field(MeetingForm(), "open_to_all")
    assert html.index('type="checkbox"') < html.index("<label")


def test_field__what_was_typed_stays_and_is_escaped() -> None:
    form = MeetingForm({"place": '"><script>'})
    html = field(form, "place")
    assert "&quot;&gt;&lt;script&gt;" in html
    assert "<script>" not in html


def test_error_lines__whole_form_first_then_fields_in_order(faulty: MeetingForm) -> None:
    targets = [line.target for line in error_lines(faulty)]
    assert targets == ["", "id_place", "id_kind_0", "id_held_at_0", "id_open_to_all", ""]


def test_error_lines__name_the_field(faulty: MeetingForm) -> None:
    assert error_lines(faulty)[1].text.startswith("Place: ")


def test_error_lines__several_forms_and_what_is_wrong_with_them_together() -> None:
    meetings = forms.formset_factory(MeetingForm, min_num=2, validate_min=True, extra=0)
    formset = meetings({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-place": "here"})
    formset.is_valid()
    lines = error_lines(forms=formset)
    assert lines[0].target == ""
    assert "id_form-0-kind_0" in [line.target for line in lines]


def test_error_summary__leads_to_ids_that_exist(faulty: MeetingForm) -> None:
    html = str(faulty)
    assert 'role="alert"' in html
    for line in error_lines(faulty):
        assert not line.target or (f'href="#{line.target}"' in html and f'id="{line.target}"' in html)


def test_error_summary__is_not_there_without_faults() -> None:
    assert "error-summary" not in str(MeetingForm())


def test_renderer__form_of_ours_is_drawn_with_our_components() -> None:
    html = str(MeetingForm())
    assert 'class="field"' in html
    assert html.count('type="hidden"') == 1
