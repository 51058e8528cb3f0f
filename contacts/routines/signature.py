"""That a step is done: by which function and account, and when. Withdrawn with a reason, never changed (B-2.1)."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.functions.function import Function
from contacts.routines.run import RunStep
from handslag import clock
from handslag.privacy.registration import scanned

WITHDRAWAL = frozenset({"withdrawn_at", "withdrawn_by", "withdrawn_why"})


@scanned
class StepSignature(models.Model):
    """A body with signatures stays, also in the trash. `signed_as`: what the function and its organisation were called
    that day."""

    step = models.ForeignKey(
        RunStep, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("step")
    )
    function = models.ForeignKey(
        Function, on_delete=models.PROTECT, related_name="+", verbose_name=_("function")
    )
    signed_as = models.CharField(_("signed as"), max_length=325)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("signed by")
    )
    signed_at = models.DateTimeField(_("signed at"), default=clock.now)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_why = models.CharField(_("why it was withdrawn"), max_length=250, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("signature of a step")
        verbose_name_plural = _("signatures of steps")
        ordering = ["signed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["step"], condition=Q(withdrawn_at=None), name="step_signed_once"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_why="")),
                name="signature_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Nothing but a withdrawal is written to a row that is there, and that once."""
        if not self._state.adding:
            stored = StepSignature.objects.filter(pk=self.pk, withdrawn_at=None)
            if set(kwargs.get("update_fields") or ()) != WITHDRAWAL or not stored.exists():
                raise TypeError("A signature is withdrawn once, and not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A signature is withdrawn, and not removed.")
