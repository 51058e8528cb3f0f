from typing import ClassVar

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import StreamField

from handslag.access.audiences import Audience
from handslag.pages.blocks import BodyBlock
from handslag.pages.models import HandslagPage


class RestrictedPage(HandslagPage):
    audience_from_start = Audience.RESTRICTED
    roles_from_start = ("dialogue",)
    wagtail_reference_index_ignore = True

    body = StreamField(BodyBlock(), blank=True)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels: ClassVar[list[Panel]] = [
        *HandslagPage.content_panels,
        FieldPanel("body"),
        FieldPanel("image"),
        FieldPanel("document"),
    ]
