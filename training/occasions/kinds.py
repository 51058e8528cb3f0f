"""In what state an occasion is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OccasionState(models.TextChoices):
    """A draft is seen by those who organise; whether an occasion lies behind us is asked of its days."""

    DRAFT = "draft", _("draft")
    OPEN = "open", _("announced")
    CANCELLED = "cancelled", _("cancelled")
