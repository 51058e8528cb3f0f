"""Plain forms: every text and file is scanned but those that say why not."""

from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.privacy.forms import ScannedFormMixin

from . import documents
from .synthetic import NUMBER


class Question(ScannedFormMixin, forms.Form):
    scan_exempt = {"token": "made by the program"}

    text = forms.CharField(label="Fråga", widget=forms.Textarea)
    unit = forms.ChoiceField(choices=[(NUMBER, "Enhet")], required=False)
    email = forms.EmailField(required=False)
    secret = forms.CharField(widget=forms.PasswordInput, required=False)
    token = forms.CharField(required=False)
    attachment = forms.FileField(required=False)

    def clean(self) -> dict[str, Any]:
        """As forms do that forget to call their base."""
        return self.cleaned_data


def question(files: dict[str, Any] | None = None, **changes: str) -> Question:
    return Question({"text": "Vad gör vi?", **changes}, files)


def test_form__passes_ordinary_words() -> None:
    assert question().is_valid()


@pytest.mark.parametrize("field", ["text", "email"])
def test_form__says_no_on_the_very_field(field: str) -> None:
    form = question(**{field: f"{NUMBER}@prov.test"})

    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert "0017" not in form.errors[field][0]
    assert form[field].value() == f"{NUMBER}@prov.test"


@pytest.mark.parametrize("field", ["unit", "secret", "token"])
def test_form__leaves_choices_passwords_and_exempt_fields(field: str) -> None:
    assert question(**{field: NUMBER}).is_valid()


@pytest.mark.parametrize(
    ("name", "content"), [(f"{NUMBER}.txt", b"x"), ("a.docx", documents.word(NUMBER)), ("a.docx", b"damaged")]
)
def test_form__reads_files(name: str, content: bytes) -> None:
    form = question({"attachment": SimpleUploadedFile(name, content)})

    assert not form.is_valid()
    assert list(form.errors) == ["attachment"]


def test_form__keeps_other_errors() -> None:
    form = question(text="", email="x")

    assert set(form.errors) == {"text", "email"}
