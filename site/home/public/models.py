"""Pages that everyone may read, without signing in, cookies or scripts (B-5.1)."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField, StreamField

from handslag.access.audiences import Audience
from handslag.access.visibility import visible_to
from handslag.pages.blocks import BodyBlock
from handslag.pages.models import HandslagPage


class PublicHomePage(HandslagPage):
    """The one place where a subtree is opened: its rule is made with the page."""

    audience_from_start = Audience.PUBLIC

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "home/public_home_page.html"
    page_description = _("Start of the public section: everything below it can be read by anyone.")
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.PublicPage", "home.AccessibilityStatementPage"]
    max_count_per_parent = 1
    content_panels: ClassVar[list[Panel]] = [
        *HandslagPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("public start page")
        verbose_name_plural = _("public start pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = visible_to(self.get_children().live(), request.user).select_related("locale")
        return {**context, "pages": pages}


class PublicPage(HandslagPage):
    body = StreamField(BodyBlock(), verbose_name=_("text"))

    template = "home/public_page.html"
    page_description = _("A page that anyone may read.")
    parent_page_types: ClassVar[list[str]] = ["home.PublicHomePage", "home.PublicPage"]
    subpage_types: ClassVar[list[str]] = ["home.PublicPage"]
    content_panels: ClassVar[list[Panel]] = [*HandslagPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("public page")
        verbose_name_plural = _("public pages")


class AccessibilityStatementPage(HandslagPage):
    """Required by the law on accessible public services (2018:1937); reachable from every page."""

    body = StreamField(BodyBlock(), verbose_name=_("text"))
    contact_email = models.EmailField(
        _("report faults to"),
        help_text=_("A function's address, not a person's: tillganglighet@kommunen.se."),
    )
    reviewed_on = models.DateField(_("reviewed on"))

    template = "home/accessibility_statement_page.html"
    page_description = _(
        "How well the site meets the accessibility requirements, and where to report faults."
    )
    parent_page_types: ClassVar[list[str]] = ["home.PublicHomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    content_panels: ClassVar[list[Panel]] = [
        *HandslagPage.content_panels,
        FieldPanel("body"),
        FieldPanel("contact_email"),
        FieldPanel("reviewed_on"),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
