"""Where a unit stands, and where a record of earlier training stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from training.catalogue.kinds import COUNTED_PER_UNIT, CourseKind


class Coverage(models.TextChoices):
    """A unit has a kind when somebody in it was trained and that still holds (B-3.1)."""

    COVERED = "covered", _("both kinds")
    HALF = "half", _("half covered: one kind only")
    UNCOVERED = "uncovered", _("not covered")


class EarlierState(models.TextChoices):
    WAITING = "waiting", _("waits to be confirmed")
    CONFIRMED = "confirmed", _("confirmed")
    DECLINED = "declined", _("not confirmed")


COUNTED_CHOICES = [(kind.value, CourseKind(kind).label) for kind in COUNTED_PER_UNIT]
