"""The matter (ärende): one draft on its way to an edition."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries


class Stage(models.TextChoices):
    """Where a matter stands. The text moves in drafting; in amending its recorder enters what the board changed."""

    DRAFTING = "drafting", _("being drafted")
    REVIEW = "review", _("in review")
    REFERRAL = "referral", _("out on referral")
    BOARD = "board", _("waits for the board")
    AMENDING = "amending", _("the board's changes are being entered")
    CHECKING = "checking", _("the board's changes are being checked")
    CLOSED = "closed", _("closed")


# Text and revision stand still here; what was read is what is passed on.
AT_STAKE = (Stage.REVIEW, Stage.REFERRAL, Stage.BOARD, Stage.AMENDING, Stage.CHECKING)


class Ending(models.TextChoices):
    ADOPTED = "adopted", _("adopted")
    REJECTED = "rejected", _("rejected")


@scanned(exempt={"digest": "made by the program"})
class Matter(models.Model):
    """One open matter per series; what was asked and answered on the road stays with it.

    `revision` and `digest` are the text at stake: what was submitted, read, sent out, put before the board and, after
    `Stage.AMENDING`, what was changed there. `meeting_round` counts how often it came before the board.
    `asks_referral` None: not chosen yet.
    """

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="matters", verbose_name=_("series")
    )
    stage = models.CharField(_("stage"), max_length=12, choices=Stage, default=Stage.DRAFTING)
    workflow_state = models.OneToOneField(
        "wagtailcore.WorkflowState",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="matter",
        verbose_name=_("workflow state"),
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("revision"),
    )
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    registry_number = models.CharField(_("registry number"), max_length=60, blank=True)

    asks_referral = models.BooleanField(_("goes out on referral"), null=True, blank=True)
    no_referral_reason = models.TextField(_("why there is no referral"), blank=True)

    orders_mapping = models.BooleanField(
        _("orders the mapping of what people think or believe"), null=True, blank=True
    )
    singles_out = models.BooleanField(_("singles out a group"), null=True, blank=True)
    describes_few = models.BooleanField(
        _("describes a person in a way that would fit few"), null=True, blank=True
    )
    answers_note = models.TextField(_("what was done about it"), blank=True)
    law_checked_by = models.CharField(_("who checked the law"), max_length=160, blank=True)
    law_checked_on = models.DateField(_("law checked on"), null=True, blank=True)

    opened_at = models.DateTimeField(_("opened at"), default=clock.now)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    meeting_round = models.PositiveIntegerField(_("round before the board"), default=0)
    stage_since = models.DateTimeField(_("in this stage since"), default=clock.now)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    ending = models.CharField(_("ending"), max_length=12, choices=Ending, blank=True)
    edition = models.OneToOneField(
        Edition,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="matter",
        verbose_name=_("edition"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("matter")
        verbose_name_plural = _("matters")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series"], condition=~models.Q(stage="closed"), name="matter_open_once_per_series"
            ),
            models.CheckConstraint(condition=models.Q(stage__in=Stage.values), name="matter_stage_known"),
            models.CheckConstraint(
                condition=models.Q(stage="closed", closed_at__isnull=False, ending__in=Ending.values)
                | (~models.Q(stage="closed") & models.Q(closed_at__isnull=True, ending="")),
                name="matter_closed_with_its_ending",
            ),
            models.CheckConstraint(
                condition=models.Q(ending="adopted", edition__isnull=False)
                | (~models.Q(ending="adopted") & models.Q(edition__isnull=True)),
                name="matter_adopted_with_its_edition",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_closed(self) -> bool:
        return self.stage == Stage.CLOSED
