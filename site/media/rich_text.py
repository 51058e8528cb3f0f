"""Links to documents in running text, and pictures in it: a file that the reader may not see leaves no name behind."""

from typing import Any

from wagtail import hooks
from wagtail.admin.rich_text.converters.contentstate_models import Entity
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler, document_link_entity
from wagtail.images.rich_text import ImageEmbedHandler
from wagtail.images.rich_text.contentstate import ImageElementHandler, image_entity
from wagtail.rich_text.feature_registry import FeatureRegistry

from handslag.access.links import visible_numbers
from handslag.forms.numbers import number_in
from media.models import Document, Image


class VisibleDocumentLinkHandler(DocumentLinkHandler):
    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Document | None]:
        visible = visible_numbers(Document, (attrs.get("id") for attrs in attrs_list))
        return [item if item and str(item.pk) in visible else None for item in super().get_many(attrs_list)]


class VisibleImageEmbedHandler(ImageEmbedHandler):
    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Image | None]:
        visible = visible_numbers(Image, (attrs.get("id") for attrs in attrs_list))
        return [item if item and str(item.pk) in visible else None for item in super().get_many(attrs_list)]


class VisibleDocumentLinkElementHandler(DocumentLinkElementHandler):
    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        number = number_in(attrs.get("id", ""))
        if number is not None and str(number) not in visible_numbers(Document, [number]):
            return {"id": number}
        return dict(super().get_attribute_data(attrs))


class VisibleImageElementHandler(ImageElementHandler):
    def create_entity(self, name: str, attrs: dict[str, str], state: Any, contentstate: Any) -> Entity:
        if attrs["id"] not in visible_numbers(Image, [attrs["id"]]):
            gone = {"id": attrs["id"], "src": "", "alt": attrs.get("alt"), "format": attrs["format"]}
            return Entity("IMAGE", "IMMUTABLE", gone)
        return super().create_entity(name, attrs, state, contentstate)


def use_visible_files(features: FeatureRegistry) -> None:
    features.register_link_type(VisibleDocumentLinkHandler)
    features.register_embed_type(VisibleImageEmbedHandler)
    features.register_converter_rule(
        "contentstate",
        "document-link",
        {
            "from_database_format": {'a[linktype="document"]': VisibleDocumentLinkElementHandler("DOCUMENT")},
            "to_database_format": {"entity_decorators": {"DOCUMENT": document_link_entity}},
        },
    )
    features.register_converter_rule(
        "contentstate",
        "image",
        {
            "from_database_format": {'embed[embedtype="image"]': VisibleImageElementHandler()},
            "to_database_format": {"entity_decorators": {"IMAGE": image_entity}},
        },
    )


def connect() -> None:
    hooks.register("register_rich_text_features", use_visible_files, order=1000)
