"""The two steps of reading a file in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from contacts.exchange.reading import MAX_BYTES, as_text, read_rows


class FileForm(forms.Form):
    """Each cell is scanned by itself afterwards, so that the answer names its row and column."""

    file = forms.FileField(
        label=_("CSV file or Excel workbook (xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty.")},
    )

    def clean_file(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["file"]
        self.text = as_text(upload.read(MAX_BYTES + 1))
        self.rows = read_rows(self.text)
        return upload


class TextForm(forms.Form):
    """The second step carries the text itself; nothing lies on the server in between. `skip`: rows to leave out."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False, max_length=4 * MAX_BYTES)
    skip = forms.TypedMultipleChoiceField(coerce=int, required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on
        text = str(self.data.get("text", ""))
        self.rows = read_rows(text) if text.strip() else []
        self.fields["skip"].choices = [(row.number, row.number) for row in self.rows]  # type: ignore[attr-defined]  # has choices
