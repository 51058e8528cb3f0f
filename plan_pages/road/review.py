"""What a reviewer answered, about exactly which text."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.road.matter import Matter


class Verdict(models.TextChoices):
    APPROVED = "approved", _("approved")
    RETURNED = "returned", _("returned")


@scanned(exempt={"digest": "made by the program"})
class Review(models.Model):
    """`digest` is that of the text that was read: an approval holds for that text and for no other.

    What the reviewer wrote stands in the matter's events.
    """

    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("matter")
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("reviewer")
    )
    digest = models.CharField(_("digest"), max_length=64)
    verdict = models.CharField(_("verdict"), max_length=12, choices=Verdict)
    at = models.DateTimeField(_("at"), default=clock.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verdict__in=Verdict.values), name="review_verdict_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.verdict}"
