"""The start page."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from handslag.pages.models import HandslagPage
from handslag.start.panels import panels_for
from home.start.waiting import waiting_first


class HomePage(HandslagPage):
    """What waits for me, what changed, what comes: filled by panels and things to do that apps register."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "home/home_page.html"
    page_description = _("The first page after signing in. Its lists fill themselves.")
    max_count_per_parent = 1
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("start page")
        verbose_name_plural = _("start pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "waiting": waiting_first(request.user), "panels": panels_for(request)}
