"""One day, or a part of one, of an occasion."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from training.occasions.local_time import LocalMomentField
from training.occasions.occasion import Occasion


class OccasionDay(models.Model):
    occasion = ParentalKey(
        Occasion, on_delete=models.CASCADE, related_name="days", verbose_name=_("occasion")
    )
    starts_at = LocalMomentField(_("begins"))
    ends_at = LocalMomentField(_("ends"))

    class Meta:
        verbose_name = _("day")
        verbose_name_plural = _("days")
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["occasion", "starts_at"], name="occasion_day_once"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="occasion_day_ends_after_it_began",
                violation_error_message=_("The day ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
