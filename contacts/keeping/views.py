"""What a rule says where data change comes back to the form, with everything typed still in it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from wagtail.admin.views.generic import CreateView, EditView

from contacts.functions.function import Function
from handslag.forms.seen_in_admin import SeenEditView

LONGEST_NAME = Function._meta.get_field("name").max_length


class _ToldInTheForm:
    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # a mixin for form views
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            # Asked once more: that is how Wagtail's views come to the sentence above the form.
            self.is_valid(form)  # type: ignore[attr-defined]  # as above
            answer = self.form_invalid(form)  # type: ignore[attr-defined]  # as above
        return answer


class NamedFunctionView(CreateView):
    """Where the plan names a function that the directory lacks, its name comes along."""

    def get_initial_form_instance(self) -> Any:
        instance = super().get_initial_form_instance() or self.model()
        instance.name = self.request.GET.get("name", "")[:LONGEST_NAME]
        return instance


class AddView(_ToldInTheForm, CreateView):
    pass


class ChangeView(_ToldInTheForm, EditView):
    pass


class SeenChangeView(_ToldInTheForm, SeenEditView):
    pass
