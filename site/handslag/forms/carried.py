"""What a form carries in a hidden field when it is shown again."""

from typing import Any

from django.forms import BaseForm


def carry(form: BaseForm, name: str, value: str) -> None:
    """Whatever was posted in the field `name`, the page that shows the form again says `value` there."""
    data: Any = form.data
    shown = data.copy()
    shown[form.add_prefix(name)] = value
    form.data = shown
