"""Forms that say no before anything is saved: on the very field, with what was typed still in it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from .messages import CODE, PersonalDataFound, describe
from .texts import Piece, pieces_of, pieces_of_upload

# Wagtail's editor may send the words of a workflow step along with the page.
_WORKFLOW_WORDS = "workflow-action-extra-data"


class ScannedFormMixin:
    """Scans every text and file of a form, except those named in `scan_exempt`, each with a reason.

    Put it first among the bases. Passwords are never stored as they are written, and are not scanned.
    """

    scan_exempt: ClassVar[Mapping[str, str]] = {}

    def _clean_fields(self) -> None:
        """Here and not in `clean()`, which a form may replace without calling its base."""
        super()._clean_fields()  # type: ignore[misc]  # a mixin for django.forms.BaseForm
        form: forms.BaseForm = self  # type: ignore[assignment]  # as above
        for name, field in form.fields.items():
            if name in self.scan_exempt or name not in form.cleaned_data or not _takes_text(field):
                continue
            label = str(field.label if field.label is not None else capfirst(name.replace("_", " ")))
            try:
                message = describe(_pieces(form.cleaned_data[name]), label)
            except ValidationError as unreadable:
                form.add_error(name, unreadable)
            else:
                if message:
                    form.add_error(name, PersonalDataFound(message))


class ScannedPageForm(ScannedFormMixin, WagtailAdminPageForm):
    """The form of the house's pages. Errors in comments, which the editor hides, are said at the top."""

    def _clean_fields(self) -> None:
        super()._clean_fields()
        if message := describe(_workflow_words(self.data.get(_WORKFLOW_WORDS)), _("Comment")):
            self.add_error(None, PersonalDataFound(message))

    def is_valid(self) -> bool:
        valid = bool(super().is_valid())
        if not valid and "comments" in self.formsets:
            known = self.non_field_errors()
            for message in self._messages_about_comments():
                if message not in known:
                    self.add_error(None, PersonalDataFound(message))
        return valid

    def _messages_about_comments(self) -> Iterator[str]:
        for comment in self.formsets["comments"].forms:
            place = self._label_of(comment["contentpath"].value() or "")
            for form in (comment, *comment.formsets["replies"].forms):
                for errors in form.errors.as_data().values():
                    for error in errors:
                        if error.code == CODE:
                            yield _("In a comment on “%(field)s”: %(message)s") % {
                                "field": place,
                                "message": error.message,
                            }

    def _label_of(self, content_path: str) -> str:
        name = content_path.partition(".")[0]
        return str(self.fields[name].label) if name in self.fields else name


def _takes_text(field: forms.Field) -> bool:
    if isinstance(field.widget, forms.PasswordInput):
        return False
    return isinstance(field, (forms.CharField, forms.FileField))


def _pieces(value: Any) -> Iterator[Piece]:
    for item in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(item, UploadedFile):
            yield from pieces_of_upload(item)
        else:
            yield from pieces_of(item)


def _workflow_words(sent: str | None) -> Iterator[Piece]:
    try:
        return pieces_of(json.loads(sent or "{}"))
    except ValueError:
        return iter(())
