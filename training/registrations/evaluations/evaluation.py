"""One anonymous answer. Nothing in the row leads to a person."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.privacy.registration import scanned
from training.occasions.occasion import Occasion


class Level(models.TextChoices):
    TOO_EASY = "too_easy", _("too basic")
    RIGHT = "right", _("about right")
    TOO_HARD = "too_hard", _("too advanced")


@scanned
class Evaluation(models.Model):
    """No person, no time, a random key. `batch` is how many fives were full when it came: answers are shown five at a
    time, and when a five is full its rows are written anew in random order (`answering.py`), so that neither the
    database's own order nor looking before and after an answer says whose it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    occasion = models.ForeignKey(
        Occasion, on_delete=models.CASCADE, related_name="evaluations", verbose_name=_("occasion")
    )
    batch = models.PositiveSmallIntegerField(editable=False)
    useful = models.PositiveSmallIntegerField(_("of use at work, from 1 to 5"))
    level = models.CharField(_("level"), max_length=10, choices=Level)
    better = models.CharField(_("what could be better"), max_length=500, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(useful__gte=1, useful__lte=5), name="evaluation_from_one_to_five"
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=Level.values), name="evaluation_level_is_known"
            ),
        ]

    def __str__(self) -> str:
        return "#"
