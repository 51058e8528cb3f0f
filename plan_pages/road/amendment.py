"""Adopted with changes: what the board changed, entered by one person and checked against the minutes by another."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.road.matter import Matter


@scanned(exempt=dict.fromkeys(("board_digest", "digest"), "made by the program"))
class Amendment(models.Model):
    """`revision` and `digest` are set when the changes are sent to be checked."""

    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, related_name="amendments", verbose_name=_("matter")
    )
    meeting_round = models.PositiveIntegerField(_("round before the board"))
    board_revision = models.PositiveIntegerField(_("revision before the board"))
    board_digest = models.CharField(_("digest of the text before the board"), max_length=64)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    begun_at = models.DateTimeField(_("begun at"), default=clock.now)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("revision"),
    )
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("checked by"),
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("the board's changes")
        verbose_name_plural = _("the board's changes")
        constraints = [
            models.UniqueConstraint(fields=["matter", "meeting_round"], name="amendment_once_per_round"),
            models.CheckConstraint(
                condition=models.Q(checked_by__isnull=True) | ~models.Q(checked_by=models.F("entered_by")),
                name="amendment_has_four_eyes",
            ),
            models.CheckConstraint(
                condition=models.Q(checked_by__isnull=True, checked_at__isnull=True)
                | (models.Q(checked_by__isnull=False, checked_at__isnull=False) & ~models.Q(digest="")),
                name="amendment_checked_with_its_text",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.meeting_round}"
