"""The two steps of reading the directory in."""

from contacts.exchange.reading import FILE
from handslag.spreadsheets import forms


class FileForm(forms.FileForm):
    table = FILE


class TextForm(forms.TextForm):
    table = FILE
