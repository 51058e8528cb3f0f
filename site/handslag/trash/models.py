"""The trash: one page beside the sites' root pages, and a row per deleted page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from handslag import clock
from handslag.privacy.registration import scanned


class TrashPage(Page):
    """Root of the trash; it belongs to no Site, so nothing below it has an address."""

    parent_page_types: list[str] = []
    is_creatable = False
    max_count = 1
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("trash")


@scanned
class TrashedPage(models.Model):
    """What is needed to put a page back where it was."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="trashed", verbose_name=_("page")
    )
    parent = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("was below")
    )
    slug = models.CharField(_("address part"), max_length=255)
    trashed_at = models.DateTimeField(_("deleted at"), default=clock.now, db_index=True)
    trashed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("deleted by"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("deleted page")
        verbose_name_plural = _("deleted pages")
        ordering = ["-trashed_at"]

    def __str__(self) -> str:
        return f"#{self.page_id}"
