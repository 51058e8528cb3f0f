"""What a person is to be told about a registration: written with the change, mailed after it, until it has gone out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from training.registrations.registration import Registration


class NoticeKind(models.TextChoices):
    CONFIRMED = "confirmed", _("a place")
    WAITING = "waiting", _("a place in the queue")
    OFFERED = "offered", _("a place is offered")
    RAN_OUT = "ran_out", _("the offer ran out")
    CANCELLED = "cancelled", _("a place given up")
    LEFT = "left", _("the queue or an offer left")
    MOVED = "moved", _("the occasion is moved")
    CALLED_OFF = "called_off", _("the occasion is cancelled")


class RegistrationNotice(models.Model):
    """One mail. Nothing of its words is kept. `claimed_at`: a run is at it; of two at once, one sends."""

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="notices", verbose_name=_("registration")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind)
    created_at = models.DateTimeField(_("created at"), default=clock.now)
    claimed_at = models.DateTimeField(_("begun at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("notice about a registration")
        verbose_name_plural = _("notices about registrations")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["created_at"], condition=models.Q(sent_at=None), name="notice_to_be_sent")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=NoticeKind.values), name="notice_kind_is_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} (#{self.registration_id})"
