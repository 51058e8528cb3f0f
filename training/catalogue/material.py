"""What a course is taught with: a link or a document, with a function that answers for it (A7.2)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from contacts.functions.function import Function
from handslag.privacy.registration import scanned
from training.catalogue.course_page import CoursePage


@scanned(exempt={"url": "an address", "replaced_by_url": "an address"})
class CourseMaterial(Orderable):
    """What the last check of a link found is kept beside (`link_check`), by address, not here: publishing a course
    writes its materials anew."""

    course = ParentalKey(
        CoursePage, on_delete=models.CASCADE, related_name="materials", verbose_name=_("course")
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("link"), blank=True)
    document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document"),
    )
    owner = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("function that answers for it"),
    )
    replaced_by_url = models.URLField(_("replaced by (link)"), blank=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("url"),
        FieldPanel("document"),
        FieldPanel("owner"),
        FieldPanel("replaced_by_url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        constraints = [
            models.CheckConstraint(
                condition=(~models.Q(url="") & models.Q(document=None))
                | (models.Q(url="") & models.Q(document__isnull=False)),
                name="material_is_a_link_or_a_document",
                violation_error_message=_("Give a link or choose a document, and only one of them."),
            )
        ]

    def __str__(self) -> str:
        return self.title
