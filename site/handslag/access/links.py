"""Links in running text to pages that the reader may not know of: the words stay, the address goes.

Wagtail asks without a request, so the reader is `viewer.current_viewer()`; outside a request the address stays.
"""

from collections.abc import Iterable
from typing import Any

from wagtail import hooks
from wagtail.admin.rich_text.converters.contentstate import link_entity
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    ExternalLinkElementHandler,
    PageLinkElementHandler,
)
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from handslag.access.viewer import current_viewer
from handslag.access.visibility import visible_to
from handslag.forms.numbers import number_in


def visible_numbers(model: Any, numbers: Iterable[Any]) -> set[str]:
    """Which of these rows the current reader may see, as texts."""
    rows = model.objects.filter(
        pk__in=[one for number in numbers if (one := number_in(str(number))) is not None]
    )
    viewer = current_viewer()
    if viewer is not None:
        rows = visible_to(rows, viewer)
    return {str(number) for number in rows.values_list("pk", flat=True)}


class VisiblePageLinkHandler(PageLinkHandler):
    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Page | None]:
        visible = visible_numbers(Page, (attrs.get("id") for attrs in attrs_list))
        pages = super().get_many(attrs_list)
        return [page if page and str(page.pk) in visible else None for page in pages]


class VisiblePageLinkElementHandler(PageLinkElementHandler):
    """In the editor: as Wagtail shows a link whose page is gone."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        if str(attrs["id"]) not in visible_numbers(Page, [attrs["id"]]):
            return {"id": int(attrs["id"]), "url": None, "parentId": None}
        return dict(super().get_attribute_data(attrs))


def use_visible_links(features: FeatureRegistry) -> None:
    features.register_link_type(VisiblePageLinkHandler)
    features.register_converter_rule(
        "contentstate",
        "link",
        {
            "from_database_format": {
                "a[href]": ExternalLinkElementHandler("LINK"),
                'a[linktype="page"]': VisiblePageLinkElementHandler("LINK"),
            },
            "to_database_format": {"entity_decorators": {"LINK": link_entity}},
        },
    )


def connect() -> None:
    hooks.register("register_rich_text_features", use_visible_links, order=1000)
