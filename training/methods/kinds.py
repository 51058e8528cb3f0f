"""What a review of a method can come to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MethodDecision(models.TextChoices):
    USE = "use", _("use")
    WITH_CARE = "with_care", _("use with care")
    STOP = "stop", _("stop using")
