"""The private address of one account's training calendar: what the database knows of it. Nothing is kept of reading."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned


@scanned(exempt={"digest": "made by the program"})
class FeedKey(models.Model):
    """`digest` is that of the secret in the address. One per account; a new one takes the place of the one before."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("person")
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("created at"), default=clock.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("address of a training calendar")
        verbose_name_plural = _("addresses of training calendars")

    def __str__(self) -> str:
        return f"#{self.pk}"
