"""A round: one text, out with bodies until a day."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.road.matter import Matter


@scanned(exempt={"digest": "made by the program"})
class ReferralRound(models.Model):
    """`revision`, `digest` and `title` are the text that was sent out; replies are about that text and no other.

    `closed_by` is None where the road closed it: the text came back after changes, and everything was handled.
    `goes_out_again`: an editor wants the bodies to be asked anew about the changed text.
    """

    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, related_name="referral_rounds", verbose_name=_("matter")
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("revision"),
    )
    digest = models.CharField(_("digest"), max_length=64)
    title = models.CharField(_("title"), max_length=255)
    deadline = models.DateField(_("replies are wanted by"))
    message = models.TextField(_("message to the bodies"), blank=True)
    reply_to = models.EmailField(_("address for replies"), blank=True)
    summary = models.TextField(_("summary for the board"), blank=True)
    goes_out_again = models.BooleanField(_("the changed text goes out again"), default=False)
    opened_at = models.DateTimeField(_("sent out at"), default=clock.now)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("sent out by")
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("closed by"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("referral round")
        verbose_name_plural = _("referral rounds")
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=models.Q(closed_at__isnull=True),
                name="referral_round_open_once_per_matter",
            ),
            models.CheckConstraint(condition=~models.Q(digest=""), name="referral_round_is_about_a_text"),
            models.CheckConstraint(
                condition=models.Q(closed_by__isnull=True) | models.Q(closed_at__isnull=False),
                name="referral_round_closed_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.deadline}"

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def opened_on(self) -> datetime.date:
        return localtime(self.opened_at).date()

    @property
    def is_over(self) -> bool:
        """The deadline's own day still counts."""
        return clock.today() > self.deadline


@scanned
class ReferralBody(models.Model):
    """An authority, an association, a committee: it needs no account. `contact` is a functional address, taken away
    long after the matter is closed, because even such an address may hold a name."""

    round = models.ForeignKey(
        ReferralRound, on_delete=models.PROTECT, related_name="bodies", verbose_name=_("referral round")
    )
    name = models.CharField(_("body"), max_length=160)
    contact = models.EmailField(_("functional e-mail address"), blank=True)
    asked_at = models.DateTimeField(_("asked at"), default=clock.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("body asked")
        verbose_name_plural = _("bodies asked")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "round",
                Lower("name"),
                name="referral_body_once_per_round",
                violation_error_message=_("This body is asked already."),
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="referral_body_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
