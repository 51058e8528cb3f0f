"""Guides for staff (B-4.1): found by everyday words; they route cases to social services' own system (A7.1)."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, Panel
from wagtail.fields import RichTextField, StreamField

from handslag.access.visibility import visible_to
from handslag.pages.blocks import BodyBlock
from handslag.pages.models import HandslagPage

OTHERS = 8


class GuideIndexPage(HandslagPage):
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "home/guide_index_page.html"
    page_description = _("Lists all guides.")
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.GuidePage"]
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of guides")
        verbose_name_plural = _("lists of guides")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        guides = visible_to(GuidePage.objects.child_of(self).live(), request.user)
        return {**context, "guides": guides.select_related("locale").order_by("path")}


class GuidePage(HandslagPage):
    situation = models.CharField(
        _("situation"),
        max_length=250,
        help_text=_("In the reader's everyday words: “A pupil has drawn symbols that worry me”."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"))

    template = "home/guide_page.html"
    page_description = _("What do I do when …: a situation and the steps to take.")
    parent_page_types: ClassVar[list[str]] = ["home.GuideIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        HelpPanel(
            content=_(
                "Write what to do, in order. Never describe a real case; a matter about a person belongs in the "
                "social services' own system."
            )
        ),
        *HandslagPage.content_panels,
        FieldPanel("situation"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        others = visible_to(GuidePage.objects.sibling_of(self, inclusive=False).live(), request.user)
        return {**context, "other_guides": others.select_related("locale").order_by("path")[:OTHERS]}
