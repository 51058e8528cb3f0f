"""The directory's root page (A6.1)."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from handslag.pages.models import HandslagPage


class ContactsIndexPage(HandslagPage):
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "contacts/contacts_index_page.html"
    page_description = _("The contacts directory: whom to ask and how.")
    max_count_per_parent = 1
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("contacts directory")
        verbose_name_plural = _("contacts directories")
