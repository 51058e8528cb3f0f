"""What kinds of bodies and meetings there are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    """A contact series is a body without seats: it meets counterparts at an interval of its own (A1.3-A3.3)."""

    COUNCIL = "council", _("crime prevention council")
    STEERING_GROUP = "steering_group", _("steering group")
    PREPARATORY_GROUP = "preparatory_group", _("preparatory group")
    CONSULTATION_FORUM = "consultation_forum", _("consultation forum")
    INTERRELIGIOUS_COUNCIL = "interreligious_council", _("interreligious council")
    COLLABORATION_GROUP = "collaboration_group", _("collaboration group")
    CONTACT_SERIES = "contact_series", _("series of contacts")
    OTHER = "other", _("other body")


# A2.4: the council should meet at least four times a year, and an interreligious council does about as often. Where a
# body has a number of its own it is that; other kinds have none.
USUAL_MEETINGS = {BodyKind.COUNCIL: 4, BodyKind.INTERRELIGIOUS_COUNCIL: 4}


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


# As the component "status" draws them.
STATUS_KINDS = {
    MeetingState.PLANNED: "waiting",
    MeetingState.HELD: "success",
    MeetingState.CANCELLED: "neutral",
}


class MeetingKind(models.TextChoices):
    MEETING = "meeting", _("meeting")
    SAFETY_WALK = "safety_walk", _("safety walk")


class Standing(models.TextChoices):
    STANDING = "standing", _("standing member")
    INVITED = "invited", _("invited member")


class TaskState(models.TextChoices):
    NOT_BEGUN = "not_begun", _("not begun")
    UNDER_WAY = "under_way", _("under way")
    DONE = "done", _("done")
