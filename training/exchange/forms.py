"""The two steps of reading a list of courses in."""

from handslag.spreadsheets import forms
from training.exchange.columns import FILE


class FileForm(forms.FileForm):
    table = FILE


class TextForm(forms.TextForm):
    table = FILE
