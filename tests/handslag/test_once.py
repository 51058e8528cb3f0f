"""The token of a form: a broken one is as none, for nobody who reads the page could mend it."""

import uuid

import pytest

from handslag.forms.once import OnceForm


@pytest.mark.parametrize("sent", ["", "inget", "12345", "\x00", "{}"])
def test_token__that_is_none_makes_a_new_form(sent: str) -> None:
    form = OnceForm({"token": sent})
    assert form.is_valid() and isinstance(form.cleaned_data["token"], uuid.UUID)


def test_token__is_kept() -> None:
    token = uuid.uuid4()
    form = OnceForm({"token": str(token)})
    assert form.is_valid() and form.cleaned_data["token"] == token
