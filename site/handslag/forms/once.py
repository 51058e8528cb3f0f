"""A form that is sent twice is one: it carries a token from the moment it was shown."""

import uuid
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from handslag.privacy.forms import ScannedFormMixin


class TokenField(forms.UUIDField):
    """What is no token is as none: people do not write it, so nobody could correct it."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            return None


class OnceForm(ScannedFormMixin, forms.Form):
    """Carries the token by which a form that is sent twice is known; a broken one counts as a new form."""

    scan_exempt: ClassVar[dict[str, str]] = {"token": "made by the program"}

    token = TokenField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid.uuid4())

    def clean_token(self) -> uuid.UUID:
        return self.cleaned_data.get("token") or uuid.uuid4()
