"""Two who change one row in the admin do not undo each other: the later one is told what changed, and nothing is lost.

A page has revisions for that; a row that Wagtail's model pages change has not.
"""

import json
from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import EditView

from handslag.forms.carried import carry
from handslag.forms.seen import fingerprint
from handslag.templatetags.handslag_dates import in_words

CHANGED_INTO = _lazy(
    "Somebody else has changed this since you opened the page, and nothing was saved. It now says: %(changes)s. What "
    "you wrote is still here: save again if yours is to stand."
)


class SeenModelForm(WagtailAdminModelForm):
    """`seen`: a digest per field, rows beside included, of what the page showed. A form that was sent without it was
    shown to nobody."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Before validation writes what was typed into the instance.
        self._kept_fields = dict(self._fields_said())
        self._kept_rows = {
            relation: set(_digests(getattr(self.instance, relation).all(), rows))
            for relation, rows in self._beside().items()
        }
        together = {
            relation: fingerprint(self.instance, (), sorted(rows))
            for relation, rows in self._kept_rows.items()
        }
        self._kept = {**self._kept_fields, **together} if self.instance.pk else {}
        self.initial["seen"] = json.dumps(self._kept)

    def is_valid(self) -> bool:
        return super().is_valid() and (self.is_sent_again or not self._tell_of_change())

    @property
    def is_sent_again(self) -> bool:
        """The row has changed since, into just what this form says: nothing is left to save. Saving may itself have put
        rows beside (the former name of what was renamed)."""
        if not self._changed_since() or dict(self._fields_said()) != self._kept_fields:
            return False
        return all(
            not any(one.instance.pk for one in rows.deleted_forms)
            and set(_digests(self._left(rows), rows)) <= self._kept_rows[relation]
            for relation, rows in self._beside().items()
        )

    def _tell_of_change(self) -> bool:
        changed = self._changed_since()
        if changed:
            carry(self, "seen", json.dumps(self._kept))
            row = type(self.instance)._default_manager.get(pk=self.instance.pk)
            self.add_error(
                None,
                str(CHANGED_INTO) % {"changes": "; ".join(self._now_says(row, name) for name in changed)},
            )
        return bool(changed)

    def _changed_since(self) -> list[str]:
        if "seen" not in self.data:
            return []
        try:
            seen = json.loads(self.cleaned_data["seen"])
        except ValueError:
            seen = {}
        return [
            name for name, said in self._kept.items() if not isinstance(seen, dict) or seen.get(name) != said
        ]

    def _fields_said(self) -> Iterator[tuple[str, str]]:
        for name in _model_fields(self.instance, self.fields):
            yield name, fingerprint(self.instance, [name])

    def _left(self, rows: Any) -> list[Any]:
        """As they were typed."""
        left = [one for one in rows.forms if one not in rows.deleted_forms]
        return [one.instance for one in left if one.instance.pk or one.has_changed()]

    def _beside(self) -> dict[str, Any]:
        return getattr(self, "formsets", {})

    def _now_says(self, row: Any, name: str) -> str:
        if name in self._beside():
            return capfirst(str(self._beside()[name].model._meta.verbose_name_plural))
        label, said = str(self.fields[name].label), _words_of(row, name)
        if not said:
            nothing = pgettext("what a field says", "(empty)")
            return f"{label} {nothing}"
        return _("%(field)s “%(value)s”") % {"field": label, "value": said}


class SeenEditView(EditView):
    """Its form is a SeenModelForm: the row is locked from the comparison to the saving."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def get_queryset(self) -> "QuerySet[Any]":
        rows: QuerySet[Any] = super().get_queryset()
        return rows.select_for_update(of=("self",)) if self.request.method == "POST" else rows

    def form_valid(self, form: Any) -> HttpResponse:
        if form.is_sent_again:
            self.form, self.object = form, form.instance
            answer: HttpResponse = self.save_action()
        else:
            answer = super().form_valid(form)
        return answer


def _model_fields(row: models.Model, among: Any) -> list[str]:
    return [
        one.name
        for one in row._meta.concrete_fields
        if one.name in among and not one.primary_key and one.editable
    ]


def _digests(rows: Any, formset: Any) -> list[str]:
    among = formset.form.base_fields
    return [fingerprint(row, _model_fields(row, among)) for row in rows]


def _words_of(row: Any, name: str) -> str:
    field, value = row._meta.get_field(name), getattr(row, name)
    if isinstance(field, models.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, models.DateField):
        return in_words(value)
    if field.choices:
        return str(getattr(row, f"get_{name}_display")())
    return "" if value is None else str(value)
