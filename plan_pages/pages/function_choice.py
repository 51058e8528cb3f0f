"""The functions of the directory, offered where a plan names who answers (A5.2).

The field stays a text: what is decided says a name, and old editions stay as they were. The list helps to write the
name that the directory has; it needs no script, and what is not in it may be written all the same.
"""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.panels import Panel

from contacts.functions.named import OfferedFunction, offered_functions

LIST = "handslag-functions"


def function_widget() -> forms.TextInput:
    return forms.TextInput(attrs={"list": LIST})


class FunctionBlock(blocks.CharBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field.widget.attrs["list"] = LIST

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """To a migration it is the text that it was before."""
        _path, arguments, options = super().deconstruct()
        return "wagtail.blocks.CharBlock", arguments, options


class FunctionListPanel(Panel):
    """The list that all these fields of an editor share; shows nothing by itself."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "plan_pages/pages/function_list.html"
        list_id = LIST

        @cached_property
        def functions(self) -> list[OfferedFunction]:
            return offered_functions()
