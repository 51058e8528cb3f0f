"""What a request can be about, how urgent it is and where it stands. None of it can say who it is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Situation(models.TextChoices):
    WORRY = "worry", _("worry about a pupil or a young person, in general terms")
    SYMBOLS = "symbols", _("symbols, graffiti or propaganda")
    EXPOSURE = "exposure", _("threats or pressure against staff")
    PREMISES = "premises", _("an event, or letting premises")
    INFORMATION = "information", _("a question about facts or information")
    OTHER = "other", _("something else")


class Urgency(models.TextChoices):
    TODAY = "today", _("today")
    WEEK = "week", _("this week")
    NO_HURRY = "no_hurry", _("no hurry")


class Status(models.TextChoices):
    NEW = "new", _("new")
    ASSIGNED = "assigned", _("being answered")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", _("closed")


class Side(models.TextChoices):
    FORUM = "forum", _("the consultation forum")
    REQUESTER = "requester", _("who asked")


OPEN = (Status.NEW, Status.ASSIGNED)
