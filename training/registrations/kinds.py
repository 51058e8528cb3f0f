"""Where a registration stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegistrationState(models.TextChoices):
    """An offered place is kept for the person until the offer runs out."""

    CONFIRMED = "confirmed", _("registered")
    WAITING = "waiting", _("waiting list")
    OFFERED = "offered", _("place offered")
    ATTENDED = "attended", _("attended")
    ABSENT = "absent", _("did not come")
    CANCELLED = "cancelled", _("cancelled")


# Those that count in the occasion's `taken`.
HOLDS_A_PLACE = (
    RegistrationState.CONFIRMED,
    RegistrationState.OFFERED,
    RegistrationState.ATTENDED,
    RegistrationState.ABSENT,
)
# Those that are somebody's, and no longer only offered.
HAS_A_PLACE = (RegistrationState.CONFIRMED, RegistrationState.ATTENDED, RegistrationState.ABSENT)
