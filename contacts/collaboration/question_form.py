"""The form of an open question: two who change one do not undo each other."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import EditView

from contacts.collaboration.question import OpenQuestion
from handslag.forms.carried import carry
from handslag.forms.seen import CHANGED_SINCE, fingerprint

FIELDS = (
    "question", "asked_of", "asked_on", "answer", "answered_on", "is_provisional", "revisit_on", "closed_on",
)  # fmt: skip


class QuestionForm(WagtailAdminModelForm):
    """`seen`: the fingerprint of the question as the page showed it. The row that says it already was sent twice."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stands = fingerprint(self.instance, FIELDS) if self.instance.pk else ""
        self.initial["seen"] = self._stands

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        says_it_already = all(name in said and said[name] == getattr(self.instance, name) for name in FIELDS)
        if said.get("seen", "") != self._stands and not says_it_already:
            carry(self, "seen", self._stands)
            self.add_error(None, CHANGED_SINCE)
        return said


class QuestionEditView(EditView):
    """The row is held from the comparison to the saving."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def get_queryset(self) -> "QuerySet[OpenQuestion]":
        rows: QuerySet[OpenQuestion] = super().get_queryset()
        return rows.select_for_update(of=("self",)) if self.request.method == "POST" else rows
