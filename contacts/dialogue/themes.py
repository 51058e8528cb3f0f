"""The themes in the editor: boxes to tick, and their names when two versions are compared."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import TextFieldComparison
from wagtail.admin.panels import FieldPanel

from contacts.dialogue.kinds import Theme, theme_names
from handslag.pages.forms import HandslagPageForm


class DialogueEntryForm(HandslagPageForm):
    themes = forms.MultipleChoiceField(
        label=_("themes"), choices=Theme.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class ThemesComparison(TextFieldComparison):
    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a: str = _in_words(self.val_a)
        self.val_b: str = _in_words(self.val_b)


def _in_words(themes: Any) -> str:
    return ", ".join(theme_names(themes or []))


class ThemesPanel(FieldPanel):
    def get_comparison_class(self) -> type[ThemesComparison]:
        return ThemesComparison
