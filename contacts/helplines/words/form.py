"""The form of a translation that is kept by hand (where somebody ended the synchronised one)."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from contacts.helplines.words.language import WORDS
from handslag.privacy.forms import ScannedFormMixin


class HelplineWordsForm(ScannedFormMixin, WagtailAdminModelForm):
    """Whoever saves it has the helpline's words above the form, and translates those."""

    def save(self, commit: bool = True) -> Any:
        said = {name: getattr(self.instance.helpline, name) for name in WORDS}
        self.instance.made_of = {name: text for name, text in said.items() if text}
        return super().save(commit)
