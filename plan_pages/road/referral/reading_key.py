"""A body's private address to the text: what the database knows of it. Nothing is kept about who reads."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.road.referral.round import ReferralBody


@scanned(exempt={"digest": "made by the program"})
class ReadingKey(models.Model):
    """`digest` is that of the secret in the address. One stands per body; a new one withdraws the one before.

    `by_mail`: the address goes out by mail; its secret is made when the mail is written, and `mailed_at` set then.
    """

    body = models.ForeignKey(
        ReferralBody, on_delete=models.CASCADE, related_name="keys", verbose_name=_("body")
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("created at"), default=clock.now)
    expires_on = models.DateField(_("holds until"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    by_mail = models.BooleanField(_("goes out by mail"), default=False)
    mailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True)
    reads = models.PositiveIntegerField(_("times opened"), default=0)
    last_read_at = models.DateTimeField(_("last opened at"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reading address")
        verbose_name_plural = _("reading addresses")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="reading_key_stands_once_per_body",
            ),
            models.CheckConstraint(
                condition=models.Q(mailed_at__isnull=True) | models.Q(by_mail=True),
                name="reading_key_mailed_where_meant_to",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_expired(self) -> bool:
        return clock.today() > self.expires_on
