"""What kinds of courses there are, and who arranges them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CourseKind(models.TextChoices):
    """The first two are counted for every unit (B-3.1), the others for the consultation forum (B-3.4)."""

    KNOWLEDGE = "knowledge", _("knowledge about violent extremism")
    CONVERSATION_METHOD = "conversation_method", _("method for conversations")
    JOINT_TRAINING = "joint_training", _("joint training")
    STUDY_VISIT = "study_visit", _("study visit")
    CONFERENCE = "conference", _("conference")


# A unit is fully covered when it has both (B-3.1).
COUNTED_PER_UNIT = (CourseKind.KNOWLEDGE, CourseKind.CONVERSATION_METHOD)


class OrganiserLevel(models.TextChoices):
    """County-wide training is a promise of its own (A7.3)."""

    MUNICIPALITY = "municipality", _("the municipality")
    NEIGHBOURS = "neighbours", _("several municipalities together")
    COUNTY = "county", _("the county")
    NATIONAL = "national", _("national")
