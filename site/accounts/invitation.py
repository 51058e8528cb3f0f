"""An invitation to an account: accounts come by invitation or CSV, never by open sign-up."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned

VALID_FOR = datetime.timedelta(days=14)


def default_expiry() -> datetime.datetime:
    return clock.now() + VALID_FOR


@scanned(exempt={"key_digest": "a digest"})
class Invitation(models.Model):
    """Only a digest of the mailed key is kept: whoever reads the table cannot accept in another's place."""

    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    roles = models.ManyToManyField(Group, blank=True, related_name="+", verbose_name=_("roles"))
    municipality = models.ForeignKey(
        "handslag.Municipality",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("municipality"),
    )
    unit = models.ForeignKey(
        "handslag.Unit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("unit"),
    )
    key_digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invited by"),
        editable=False,
    )
    created_at = models.DateTimeField(_("invited at"), default=clock.now, editable=False)
    expires_at = models.DateTimeField(_("valid until"), default=default_expiry, editable=False)
    sent_at = models.DateTimeField(_("mailed at"), null=True, editable=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering: ClassVar[list[str]] = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(accepted_at=None),
                name="invitation_open_once_per_address",
                violation_error_message=_("This address already has an open invitation."),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.expires_at > clock.now()
