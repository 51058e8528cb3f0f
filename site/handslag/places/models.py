"""Municipality and Unit: decided before the first migration, because accounts and plans point at them."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.part_of import PartOf
from handslag.privacy.registration import scanned


@scanned(exempt={"code": "four digits"})
class Municipality(models.Model):
    """A plan may be shared by several municipalities (A1.1, A2.5); each has its own council and contacts."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    code = models.CharField(
        _("municipality code"),
        max_length=4,
        unique=True,
        validators=[RegexValidator(r"^\d{4}$", _("A municipality code has four digits."))],
        help_text=_("The four digits of the national list, for example 0180."),
    )

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@scanned
class Unit(PartOf):
    """An operation within a municipality (verksamhet): a school, a department, a leisure centre."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="units", verbose_name=_("municipality")
    )
    name = models.CharField(_("name"), max_length=120)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("part of"),
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="unit_name_once_per_municipality"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="unit_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.parent is not None and self.parent.municipality_id != self.municipality_id:
            raise ValidationError({"parent": _("Choose a unit of the same municipality.")})
