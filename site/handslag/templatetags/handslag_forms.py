"""What the form components need to know about a form."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, MultiWidget
from django.forms.widgets import ChoiceWidget

register = template.Library()


class ErrorLine(NamedTuple):
    """One line of the error summary; `target` is the id of the input, empty where none is to blame."""

    text: str
    target: str


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the label stands after the box instead of above it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.simple_tag
def error_lines(form: BaseForm | None = None, forms: Iterable[BaseForm] | None = None) -> list[ErrorLine]:
    """Every error of a form, or of several forms and their formset, in the order of the page."""
    lines = [ErrorLine(text, "") for text in _formset_errors(forms)]
    for each in (*([form] if form else []), *(forms or [])):
        lines += _lines_of(each)
    return lines


def _formset_errors(forms: object) -> list[str]:
    errors = getattr(forms, "non_form_errors", None)
    return [str(error) for error in errors()] if errors else []


def _lines_of(form: BaseForm) -> Iterator[ErrorLine]:
    for error in form.non_field_errors():
        yield ErrorLine(str(error), "")
    for field in form:
        for error in field.errors:
            target = "" if field.is_hidden else _target(field)
            yield ErrorLine(_named(field.label, error), target)


def _named(label: object, error: object) -> str:
    return f"{label}: {error}"


def _target(field: BoundField) -> str:
    """The id of the input, of the first of several, or of the group."""
    if not field.use_fieldset:
        return field.id_for_label or ""
    if isinstance(field.field.widget, ChoiceWidget | MultiWidget):
        return f"{field.auto_id}_0"
    return f"{field.auto_id}_group"
