"""A form that changes a row carries what the row said when it was shown: two who change it do not undo each other."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.db.models import Model
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from handslag.forms.carried import carry
from handslag.privacy.forms import ScannedFormMixin

CHANGED_SINCE = _(
    "Somebody else has changed this since you opened the page, and nothing was saved. What you wrote is still here: "
    "see in another window what it says now, and save again if yours is to stand."
)


def fingerprint(row: Model, names: Sequence[str], beside: Sequence[str] = ()) -> str:
    """Of the fields `names` as they are kept, and of what else the page showed."""
    meta: Any = row._meta
    said = [*(str(getattr(row, meta.get_field(name).attname)) for name in names), *beside]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


class SeenForm(ScannedFormMixin, forms.Form):
    """`seen`: the `fingerprint` of the row as the page showed it; "" where something new is entered."""

    scan_exempt: ClassVar[dict[str, str]] = {"seen": "made by the program"}

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


@transaction.atomic
def save_as_seen(form: SeenForm, row: Model, names: Sequence[str]) -> bool:
    """Write the fields `names` of a valid form. False where the row says something else than the form had seen: then
    nothing is saved, the form says so, and sent once more it stands. The row that says it already was sent twice."""
    held: Any = get_object_or_404(type(row)._default_manager.select_for_update(of=("self",)), pk=row.pk)
    now = fingerprint(held, names)
    for name in names:
        setattr(held, name, form.cleaned_data[name])
    if fingerprint(held, names) == now:
        return True
    if form.cleaned_data["seen"] != now:
        carry(form, "seen", now)
        form.add_error(None, CHANGED_SINCE)
        return False
    held.save()
    return True
