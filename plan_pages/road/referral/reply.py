"""What a body answered, entered by an editor, and how it was handled."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.road.referral.round import ReferralBody


@scanned
class ReferralReply(models.Model):
    """`declines`: the body let it be known that it does not answer; there is nothing to handle then.

    A body without a row has not answered. `entered_at` moves with every change, so that an old page is found out.
    """

    body = models.OneToOneField(
        ReferralBody, on_delete=models.PROTECT, related_name="reply", verbose_name=_("body")
    )
    received_on = models.DateField(_("received on"))
    declines = models.BooleanField(_("does not answer"), default=False)
    stance = models.CharField(_("standpoint"), max_length=160, blank=True)
    text = models.TextField(_("the reply in short"), blank=True)
    registry_number = models.CharField(_("registry number"), max_length=60, blank=True)
    file = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("file"),
    )
    entered_at = models.DateTimeField(_("entered at"), default=clock.now)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    handling = models.TextField(_("how it was handled"), blank=True)
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("handled by"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(declines=True) | ~models.Q(text="") | models.Q(file__isnull=False),
                name="referral_reply_says_something",
                violation_error_message=_("Write the reply in short, or add its file."),
            ),
            models.CheckConstraint(
                condition=models.Q(handled_at__isnull=True, handled_by__isnull=True)
                | (
                    models.Q(handled_at__isnull=False, handled_by__isnull=False, declines=False)
                    & ~models.Q(handling="")
                ),
                name="referral_reply_handled_with_a_word",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_late(self) -> bool:
        return self.received_on > self.body.round.deadline

    @property
    def waits_to_be_handled(self) -> bool:
        return not self.declines and self.handled_at is None
