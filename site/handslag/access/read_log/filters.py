"""What an auditor chooses among the readings."""

import datetime
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handslag.access.models import ReadLogEntry
from handslag.forms.renderer import InOurMarkup


class ReadLogFilters(InOurMarkup, forms.Form):
    person = forms.CharField(
        label=_("Reader"), help_text=_("Part of a name or an e-mail address."), required=False, max_length=120
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("all")), *ReadLogEntry.Kind.choices], required=False
    )
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    break_glass = forms.BooleanField(label=_("Emergency access only"), required=False)


def chosen(data: dict[str, Any]) -> QuerySet[ReadLogEntry]:
    """The newest first. `data` is cleaned; a filter that could not be read is not there."""
    rows = ReadLogEntry.objects.select_related("user").order_by("-read_at", "-pk")
    if data.get("person"):
        rows = rows.filter(_named(data["person"]))
    if data.get("kind"):
        rows = rows.filter(kind=data["kind"])
    if data.get("since"):
        rows = rows.filter(read_at__gte=_midnight(data["since"]))
    if data.get("until"):
        rows = rows.filter(read_at__lt=_midnight(data["until"] + datetime.timedelta(days=1)))
    return rows.filter(break_glass=True) if data.get("break_glass") else rows


def _named(words: str) -> Q:
    """By the address, and by the name where accounts have one."""
    model = get_user_model()
    names = {model.get_email_field_name(), model.USERNAME_FIELD}
    names |= {field.name for field in model._meta.get_fields() if field.name == "name"}
    return Q(*((f"user__{name}__icontains", words) for name in sorted(names)), _connector=Q.OR)


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
