"""A document that invited guests may read, e.g. the agenda: chosen at the meeting, one by one."""

from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model, get_document_model_string
from wagtail.models import Orderable

from handslag.access.audiences import Audience
from handslag.access.visibility import has_audience


class GuestPaper(Orderable):
    """What only certain roles may read is shown to no guest, whenever it was closed: `papers_for_guests`."""

    meeting = ParentalKey("contacts.MeetingPage", related_name="guest_papers", verbose_name=_("meeting"))
    document = models.ForeignKey(
        get_document_model_string(), on_delete=models.PROTECT, related_name="+", verbose_name=_("document")
    )

    panels = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("document for guests")
        verbose_name_plural = _("documents for guests")

    def __str__(self) -> str:
        return f"#{self.pk}"


def papers_for_guests(meeting: Any) -> QuerySet[GuestPaper]:
    papers = GuestPaper.objects.filter(meeting=meeting.pk).select_related("document")
    if has_audience(get_document_model()):
        papers = papers.exclude(document__audience=Audience.RESTRICTED)
    return papers.order_by("sort_order", "pk")
