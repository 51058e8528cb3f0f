"""What the forum's competence grows by (B-3.4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExperienceKind(models.TextChoices):
    JOINT_TRAINING = "joint_training", _("joint training")
    STUDY_VISIT = "study_visit", _("study visit")
    CONFERENCE = "conference", _("conference")
