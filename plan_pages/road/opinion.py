"""What a member of the board thinks of the text; switched on per workflow, never a vote and never a condition."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.road.matter import Matter


class Stance(models.TextChoices):
    ENDORSES = "endorses", _("endorses the text")
    ADVISES_AGAINST = "advises_against", _("advises against the text")


@scanned
class Opinion(models.Model):
    matter = models.ForeignKey(
        Matter, on_delete=models.CASCADE, related_name="opinions", verbose_name=_("matter")
    )
    meeting_round = models.PositiveIntegerField(_("round before the board"))
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("member")
    )
    stance = models.CharField(_("opinion"), max_length=16, choices=Stance)
    text = models.TextField(_("why"), blank=True)
    at = models.DateTimeField(_("at"), default=clock.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "meeting_round", "member"], name="opinion_once_per_member_and_round"
            ),
            models.CheckConstraint(condition=models.Q(stance__in=Stance.values), name="opinion_stance_known"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.stance}"
