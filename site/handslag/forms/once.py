"""A form that is sent twice is one: it carries a token from the moment it was shown."""

import uuid
from typing import Any, ClassVar

from django import forms

from handslag.privacy.forms import ScannedFormMixin


class OnceForm(ScannedFormMixin, forms.Form):
    """Carries the token by which a form that is sent twice is known; a broken one counts as a new form."""

    scan_exempt: ClassVar[dict[str, str]] = {"token": "made by the program"}

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid.uuid4())

    def clean_token(self) -> uuid.UUID:
        return self.cleaned_data.get("token") or uuid.uuid4()
