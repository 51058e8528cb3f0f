"""The fixed choices of editions and decisions; their values stand in sealed heads and never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SeriesKind(models.TextChoices):
    ACTION_PLAN = "action_plan", _("action plan")
    ACTIVITY_PLAN = "activity_plan", _("activity plan")
    SITUATION_ASSESSMENT = "situation_assessment", _("situation assessment")


class EditionKind(models.TextChoices):
    ADOPTED = "adopted", _("adopted")
    REGISTERED = "registered", _("registered, decided before Handslag")
    CORRECTION = "correction", _("correction")
    REPEAL = "repeal", _("repeal")


class BodyType(models.TextChoices):
    COUNCIL = "council", _("municipal council")
    EXECUTIVE = "executive", _("municipal executive board")
    COMMITTEE = "committee", _("committee")
    STEERING_GROUP = "steering_group", _("steering group")
    OTHER = "other", _("other body")


# Their minutes are numbered by paragraph (A0.1); other bodies date theirs.
BODIES_WITH_PARAGRAPHS = (BodyType.COUNCIL, BodyType.EXECUTIVE, BodyType.COMMITTEE)


class DecisionRole(models.TextChoices):
    PREPARED = "prepared", _("prepared")
    DECIDED = "decided", _("decided")


class Outcome(models.TextChoices):
    ADOPTED = "adopted", _("adopted")
    ADOPTED_WITH_CHANGES = "adopted_with_changes", _("adopted with changes")
    REFERRED_BACK = "referred_back", _("referred back")
    TABLED = "tabled", _("tabled")
    REJECTED = "rejected", _("rejected")


ADOPTING = (Outcome.ADOPTED, Outcome.ADOPTED_WITH_CHANGES)


class ParticipantRole(models.TextChoices):
    AUTHOR = "author", _("author")
    REVIEWER = "reviewer", _("reviewer")
    REGISTRAR = "registrar", _("registered it")
    CONFIRMER = "confirmer", _("compared it with the source")
    RECORDER = "recorder", _("recorded the decision")
