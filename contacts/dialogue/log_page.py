"""The log's own page, at /dialog/: open to everybody with an account, each with the entries they may see."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from contacts.dialogue.export_file import export_file
from contacts.dialogue.listing import filtered, listing
from contacts.dialogue.testers import DialogueTester
from handslag.access.testers import HousePermissionTester
from handslag.pages.models import HandslagPage


class DialogueLogPage(HandslagPage):
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "contacts/dialogue/log_page.html"
    page_description = _(
        "What was talked about with civil society and faith communities, and what came of it."
    )
    max_count_per_parent = 1
    subpage_types: ClassVar[list[str]] = ["contacts.DialogueEntryPage"]
    permission_tester: ClassVar[type[HousePermissionTester]] = DialogueTester
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("dialogue log")
        verbose_name_plural = _("dialogue logs")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **listing(self, request)}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """`?export=csv` or `xlsx` is the same list, with the same filters, as a file."""
        kind = request.GET.get("export", "")
        if kind:
            return export_file(kind, filtered(self, request).entries, request.user)
        response: HttpResponseBase = super().serve(request, *args, **kwargs)
        return response
