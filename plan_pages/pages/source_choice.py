"""The choice of an evidence source: the registered ones, and the one that stands there already."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import SelectAdapter

from handslag.evidence import sources


def source_choices() -> list[tuple[str, str]]:
    nothing = _("not measured here") if len(sources) else _("nothing on this site measures commitments yet")
    return [("", nothing), *((source.name, str(source.title)) for source in sources)]


class SourceSelect(forms.Select):
    """All blocks of an editor share one list of choices; the script adds what one of them holds besides."""

    def __init__(self, attrs: Any = None, choices: Any = ()) -> None:
        kept = gettext_lazy("“{name}” is not on this site; it stays until something else is chosen")
        super().__init__({"data-kept": kept, **(attrs or {})}, choices)


class SourceSelectAdapter(SelectAdapter):
    js_constructor = "handslag.SourceSelect"

    @cached_property
    def media(self) -> forms.Media:
        return forms.Media(
            js=[
                versioned_static("wagtailadmin/js/telepath/widgets.js"),
                "plan_pages/js/source_select.js",
            ]
        )


register(SourceSelectAdapter(), SourceSelect)


class SourceField(forms.ChoiceField):
    def valid_value(self, value: Any) -> bool:
        """Also what is not registered: an app may leave the site, and what was promised stays as it was decided."""
        return True


class SourceBlock(blocks.ChoiceBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"choices": source_choices, "required": False, "widget": SourceSelect, **kwargs})

    def get_field(self, **kwargs: Any) -> SourceField:
        return SourceField(**kwargs)

    def normalize_choice(self, value: Any) -> Any:
        """Names are texts; nothing is looked up for each of a plan's commitments."""
        return value

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        """To a migration it is a text: which sources there are is no part of the database."""
        kept = {name: value for name, value in self._constructor_kwargs.items() if name != "choices"}
        return "wagtail.blocks.CharBlock", (), kept
