"""Fields in which a page, picture or document is chosen: what is hidden cannot be chosen, and is not named.

The number of a hidden row, sent by hand, is replaced by one that no row has; the form then says what it says about any
unknown number. A row that was chosen by somebody who may see it stays where it is when others save: in place of its
number the field holds a token which only this person can send back.
"""

from typing import Any

from django.core import signing
from django.utils.translation import gettext as _
from wagtail.admin.widgets import BaseChooser

from handslag.access.named_rows import NO_SUCH_ROW, hidden_row
from handslag.access.people import Person
from handslag.access.seen_tree import wrap
from handslag.access.viewer import current_viewer

_SALT = "handslag.access.chosen"


def _token(widget: Any, user: Person, number: Any) -> str:
    return signing.dumps([widget.model_class._meta.label, user.pk, str(number)], salt=_SALT)


def _kept(widget: Any, user: Person, value: str) -> str | None:
    try:
        label, person, number = signing.loads(value, salt=_SALT)
    except signing.BadSignature:
        return None
    return str(number) if (label, person) == (widget.model_class._meta.label, user.pk) else None


def _sent(original: Any, widget: Any, *args: Any) -> Any:
    value = original(widget, *args)
    viewer = current_viewer()
    if viewer is None or not isinstance(value, str):
        return value
    if ":" in value:
        return _kept(widget, viewer, value) or NO_SUCH_ROW
    return NO_SUCH_ROW if hidden_row(widget.model_class.objects.all(), viewer, value) else value


def _shown(original: Any, widget: Any, value: Any) -> Any:
    data = original(widget, value)
    viewer = current_viewer()
    if not data or viewer is None:
        return data
    number = str(data["id"])
    if not hidden_row(widget.model_class.objects.all(), viewer, number):
        return data
    unnamed: dict[str, Any] = dict.fromkeys(data)
    if "preview" in unnamed:
        unnamed["preview"] = {"url": "", "width": 0, "height": 0}
    title = {widget.display_title_key: _("Chosen by somebody else")}
    return {**unnamed, **title, "id": _token(widget, viewer, number)}


def connect() -> None:
    wrap(BaseChooser, "value_from_datadict", _sent)
    wrap(BaseChooser, "get_value_data", _shown)
