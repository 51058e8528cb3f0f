"""The form of a translation that is kept by hand (where somebody ended the synchronised one)."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from contacts.helplines.words.language import WORDS
from handslag.forms.carried import carry
from handslag.forms.seen import fingerprint
from handslag.privacy.forms import ScannedFormMixin


class HelplineWordsForm(ScannedFormMixin, WagtailAdminModelForm):
    """Whoever saves it has the helpline's words above the form, and translates those: `seen` names them, so that a
    translation of words that have changed meanwhile is not taken for one of the new ones."""

    scan_exempt: ClassVar[dict[str, str]] = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self._shown()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        now = self._shown()
        if cleaned.get("seen") != now:
            # The words above the form are the new ones from here on.
            carry(self, "seen", now)
            self.add_error(
                None,
                _(
                    "The helpline's words have changed since you opened the page. They stand above the form as they "
                    "are now: see that your translation, which is still here, says the same, and save again."
                ),
            )
        return cleaned

    def save(self, commit: bool = True) -> Any:
        self.instance.made_of = {name: text for name, text in self._words().items() if text}
        return super().save(commit)

    def _words(self) -> dict[str, str]:
        """Empty where there is no helpline yet: the bare form that the admin makes at the start."""
        if self.instance.helpline_id is None:
            return {}
        return {name: getattr(self.instance.helpline, name) for name in WORDS}

    def _shown(self) -> str:
        return fingerprint(self.instance.helpline, WORDS) if self.instance.helpline_id is not None else ""
