"""The catalogue's root page (B-3.1: knowledge and conversation method, both counted per unit)."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from handslag.pages.models import HandslagPage
from training.catalogue.parts import context_of, index_parts


class CatalogueIndexPage(HandslagPage):
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "training/catalogue_index_page.html"
    page_description = _("The training catalogue: what it is for; its courses are listed below it.")
    max_count_per_parent = 1
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("training catalogue")
        verbose_name_plural = _("training catalogues")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **context_of(index_parts, request, self),
        }
