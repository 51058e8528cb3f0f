"""A record of another app in the running text, as it is today (A6.2: one record, used everywhere)."""

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from handslag.pages.records import Shelf, record_choices


class OnShelf(str):
    """The name of a record that knows which others stand on its page."""

    shelf: Shelf

    def __new__(cls, name: str, shelf: Shelf) -> "OnShelf":
        made = super().__new__(cls, name)
        made.shelf = shelf
        return made


class RecordBlock(blocks.ChoiceBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"choices": record_choices, **kwargs})

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        names = [str(value or "") for value in values]
        shelf = Shelf(names)
        return [OnShelf(name, shelf) for name in names]

    def normalize_choice(self, value: Any) -> Any:
        """Names are texts; nothing is looked up to know one."""
        return value

    def get_form_state(self, value: Any) -> Any:
        return super().get_form_state(str(value or ""))

    def render(self, value: Any, context: Any = None) -> SafeString:
        shelf = value.shelf if isinstance(value, OnShelf) else Shelf([value or ""])
        # The source made it with a template.
        return SafeString(shelf.shown.get(value or "", ""))

    def get_searchable_content(self, value: Any) -> list[str]:
        """The record is found by itself: a copy here would lag behind it."""
        return []

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        """To a migration it is a text: which records there are is no part of the database."""
        return "wagtail.blocks.CharBlock", (), {}

    class Meta:
        icon = "snippet"
        label = _("from a register")
