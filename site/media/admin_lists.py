"""The dashboard counts the files that the person may see, and lists offer the tags of those files only."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from taggit.models import Tag, TaggedItem
from wagtail import hooks
from wagtail.admin import filters
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.images.views import chooser
from wagtail.images.wagtail_hooks import ImagesSummaryItem

from handslag.access.viewer import current_viewer
from handslag.access.visibility import visible_to
from media.models import Document, Image


class VisibleImagesSummary(ImagesSummaryItem):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return {**context, "total_images": visible_to(Image.objects.all(), self.request.user).count()}


class VisibleDocumentsSummary(DocumentsSummaryItem):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return {**context, "total_docs": visible_to(Document.objects.all(), self.request.user).count()}


def visible_popular_tags(model: Any, count: int = 10) -> QuerySet[Tag]:
    """Wagtail offers the ten tags used most, whoever may see the files they are on."""
    viewer = current_viewer()
    files = visible_to(model.objects.all(), viewer) if viewer is not None else model.objects.all()
    uses = TaggedItem.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id__in=files.values("pk")
    )
    counted = Tag.objects.filter(taggit_taggeditem_items__in=uses).annotate(
        uses=Count("taggit_taggeditem_items")
    )
    return counted.order_by("-uses", "name")[:count]


_REPLACED: dict[type, type] = {
    ImagesSummaryItem: VisibleImagesSummary,
    DocumentsSummaryItem: VisibleDocumentsSummary,
}


def cut_summary(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [_REPLACED[type(item)](request) if type(item) in _REPLACED else item for item in items]


def connect() -> None:
    hooks.register("construct_homepage_summary_items", cut_summary, order=1000)
    # Wagtail asks by these two names and offers no hook.
    filters.popular_tags_for_model = visible_popular_tags
    chooser.popular_tags_for_model = visible_popular_tags
