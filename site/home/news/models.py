"""News pages: horizon scanning (B-0.4) for those who work with the plan."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField, StreamField

from handslag import clock
from handslag.access.visibility import visible_to
from handslag.pages.blocks import BodyBlock
from handslag.pages.models import HandslagPage

PER_PAGE = 15


class NewsIndexPage(HandslagPage):
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "home/news_index_page.html"
    page_description = _("Lists all news, latest first.")
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.NewsPage"]
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        page = Paginator(self.news_for(request), PER_PAGE).get_page(request.GET.get("page"))
        return {**context, "news": page}

    def news_for(self, request: HttpRequest) -> models.QuerySet["NewsPage"]:
        news = visible_to(NewsPage.objects.child_of(self).live(), request.user)
        return news.select_related("locale").order_by("-date", "-pk")


class NewsPage(HandslagPage):
    date = models.DateField(_("date"), default=clock.today)
    summary = models.CharField(
        _("summary"), max_length=250, help_text=_("One or two sentences; shown in lists.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "home/news_page.html"
    page_description = _("Something has happened or is coming: a report, a threat level, a conference.")
    parent_page_types: ClassVar[list[str]] = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *HandslagPage.content_panels,
        FieldPanel("date"),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
