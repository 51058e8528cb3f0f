"""Who sees how a unit stands: its manager. Kept by the coordinator; a role of its own would say nothing of the unit."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.places.models import Unit


class UnitManager(models.Model):
    """Sees the unit and the units below it: places taken, and what has been learned, in numbers."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", verbose_name=_("unit"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("manager")
    )

    class Meta:
        verbose_name = _("manager of a unit")
        verbose_name_plural = _("managers of units")
        ordering = ["unit__name", "pk"]
        constraints = [models.UniqueConstraint(fields=["unit", "person"], name="unit_manager_once")]

    def __str__(self) -> str:
        # The log of the admin keeps this; it names no person.
        return str(self.unit)
