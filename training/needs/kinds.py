"""How urgent a training need is, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NeedUrgency(models.TextChoices):
    NOW = "now", _("as soon as possible")
    THIS_YEAR = "this_year", _("within a year")
    LATER = "later", _("later")


class NeedState(models.TextChoices):
    OPEN = "open", _("open")
    PLANNED = "planned", _("planned")
    MET = "met", _("met")
    DECLINED = "declined", _("not met")


STILL_NEEDED = (NeedState.OPEN, NeedState.PLANNED)
