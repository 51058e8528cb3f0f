"""The two steps of reading a file in: what it would do, then, from the same text, doing it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from handslag.spreadsheets.files import MOST_BYTES, TableFile


class FileForm(forms.Form):
    """Each cell is scanned by itself afterwards, so that the answer names its row and column."""

    file = forms.FileField(
        label=_("CSV file or Excel workbook (xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty.")},
    )

    def __init__(self, table: TableFile[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table

    def clean_file(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["file"]
        self.text = self.table.as_text(upload.read(self.table.most_bytes + 1))
        self.rows = self.table.rows(self.text)
        return upload


class TextForm(forms.Form):
    """The second step carries the text itself; nothing lies on the server in between. `skip`: rows to leave out."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False, max_length=4 * MOST_BYTES)
    skip = forms.TypedMultipleChoiceField(coerce=int, required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, table: TableFile[Any], *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError where the text is no such table."""
        super().__init__(*args, **kwargs)
        text = str(self.data.get("text", ""))
        self.rows = table.rows(text) if text.strip() else []
        self.fields["skip"].choices = [(row.number, row.number) for row in self.rows]  # type: ignore[attr-defined]  # has choices
