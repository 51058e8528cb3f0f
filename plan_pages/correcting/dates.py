"""A day as a form asks for it."""

from django import forms

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
