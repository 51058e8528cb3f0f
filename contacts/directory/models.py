"""The directory's root page (A6.1). At `/kontakter/` a view of ours shows it; elsewhere it shows the same by itself."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from contacts.directory.list_page import list_context
from handslag.access.people import is_signed_in
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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Where somebody opened the page to strangers, they get its introduction and no contacts."""
        context = super().get_context(request, *args, **kwargs)
        return context | list_context(request) if is_signed_in(request.user) else context
