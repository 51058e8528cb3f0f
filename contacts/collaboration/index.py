"""The page over all bodies: last and next contact, overdue first (A1.0)."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from contacts.collaboration.overview import overview
from handslag.pages.models import HandslagPage


class CollaborationIndexPage(HandslagPage):
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "contacts/collaboration/collaboration_index_page.html"
    page_description = _("All bodies and series of contacts: whom have we not met?")
    subpage_types: ClassVar[list[str]] = ["contacts.BodyPage"]
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("overview of collaboration")
        verbose_name_plural = _("overviews of collaboration")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **overview(request)}
