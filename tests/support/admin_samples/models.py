"""Pages, rows and snippets with every kind of field."""

from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from taggit.managers import TaggableManager
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.snippets.models import register_snippet

from handslag.pages.models import HandslagPage
from tests.support.admin_samples.blocks import EveryBlock


@register_snippet
class Theme(TranslatableMixin, models.Model):
    name = models.CharField(max_length=100)
    starts = models.DateField(null=True, blank=True)

    panels = [FieldPanel("name"), FieldPanel("starts")]

    def __str__(self) -> str:
        return self.name


class SamplePage(HandslagPage):
    day = models.DateField(null=True, blank=True)
    hour = models.TimeField(null=True, blank=True)
    moment = models.DateTimeField(null=True, blank=True)
    text = RichTextField(blank=True)
    body = StreamField(EveryBlock(), blank=True)
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
    related_page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    themes = ParentalManyToManyField(Theme, blank=True, related_name="+")
    tags = TaggableManager(blank=True)

    template = "admin_samples/sample_page.html"
    page_description = "Every kind of field."
    content_panels = [
        *HandslagPage.content_panels,
        FieldRowPanel([FieldPanel("day"), FieldPanel("hour"), FieldPanel("moment")]),
        FieldPanel("text"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("document"), FieldPanel("theme")], heading="choosers"
        ),
        PageChooserPanel("related_page"),
        InlinePanel("rows", heading="rows", label="row"),
        MultipleChooserPanel("links", chooser_field_name="target", heading="links", label="link"),
        FieldPanel("themes"),
        FieldPanel("tags"),
    ]


class Row(ClusterableModel, Orderable):
    page = ParentalKey(SamplePage, on_delete=models.CASCADE, related_name="rows")
    name = models.CharField(max_length=100)
    day = models.DateField(null=True, blank=True)
    target = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("day"),
        PageChooserPanel("target"),
        InlinePanel("details", heading="details", label="detail"),
    ]


class Detail(Orderable):
    row = ParentalKey(Row, on_delete=models.CASCADE, related_name="details")
    moment = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=100)

    panels = [FieldPanel("note"), FieldPanel("moment")]


class Link(Orderable):
    page = ParentalKey(SamplePage, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("target")]
