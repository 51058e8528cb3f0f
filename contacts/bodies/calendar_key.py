"""The private address of a body's calendar: what the database knows of it. Nothing is kept about who reads."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.bodies.body import BodyPage
from handslag import clock
from handslag.privacy.registration import scanned


@scanned(exempt={"digest": "made by the program"})
class CalendarKey(models.Model):
    """`digest` is that of the secret in the address. One stands per body; a new one withdraws the one before."""

    body = models.ForeignKey(
        BodyPage, on_delete=models.CASCADE, related_name="calendar_keys", verbose_name=_("body")
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("created at"), default=clock.now)
    expires_on = models.DateField(_("holds until"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"],
                condition=models.Q(withdrawn_at=None),
                name="calendar_key_stands_once_per_body",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_expired(self) -> bool:
        """The last day still counts."""
        return clock.today() > self.expires_on
