"""The ledger: who has been told about what, so that nobody is mailed twice about the same."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned

_MACHINE = "made by the program"


@scanned(exempt={"key": _MACHINE, "step": _MACHINE})
class Reminder(models.Model):
    """One step of one thing for one person. Written before the mail goes out and gone again if it does not.

    `key` is a digest of the thing's key: the ledger says nothing about what waited. `ended_at` is set when it no longer
    waits; if it waits anew (sent back and submitted again), that is new to the person, and a row beside the old one.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("reminded person"),
    )
    key = models.CharField(_("key"), max_length=64)
    step = models.CharField(_("step of the reminder"), max_length=40)
    claimed_at = models.DateTimeField(_("begun at"), default=clock.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key", "step"],
                condition=models.Q(ended_at=None),
                name="reminder_once_per_step",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} (#{self.user_id})"
