"""An organisation: what it is and where it works, never a score, a rank or what its members believe."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from contacts.organisations.kinds import OrganisationKind, PreventionLevel
from contacts.organisations.lasting import has_ended, lasts
from contacts.organisations.naming import Named
from handslag.part_of import PartOf
from handslag.places.models import Municipality
from handslag.privacy.registration import scanned


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def current(self, day: datetime.date | None = None) -> "OrganisationQuerySet":
        """Those that are not archived on the day, today where none is said."""
        return self.filter(lasts("archived_on", day))


@scanned
class Organisation(Named, PartOf, ClusterableModel):
    """Archived and never deleted: old minutes and entries go on naming it. E-mail and phone are its own."""

    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    municipality = models.ForeignKey(
        Municipality,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("municipality"),
        help_text=_("Empty for one that works in the whole county or country."),
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("part of"),
    )
    works_universal = models.BooleanField(_("prevents at the universal level"), default=False)
    works_selective = models.BooleanField(_("prevents at the selective level"), default=False)
    works_indicated = models.BooleanField(_("prevents at the indicated level"), default=False)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    what_for = models.TextField(_("what to ask them about"), blank=True)
    checked_on = models.DateField(_("particulars checked on"), null=True, blank=True)
    archived_on = models.DateField(_("archived on"), null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["kind", "name"], name="organisation_by_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "municipality"], name="organisation_name_once_per_municipality"
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=models.Q(municipality=None),
                name="organisation_name_once_without_municipality",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=OrganisationKind.values), name="organisation_kind_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="organisation_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_archived(self) -> bool:
        return has_ended(self.archived_on)

    @property
    def levels(self) -> tuple[PreventionLevel, ...]:
        return tuple(level for level in PreventionLevel if getattr(self, f"works_{level}"))


@scanned
class FormerName(Named):
    """Searching for "landsting" still finds the region (A3.2)."""

    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="former_names", verbose_name=_("organisation")
    )
    name = models.CharField(_("former name"), max_length=160)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["-until", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="former_name_once_per_organisation")
        ]

    def __str__(self) -> str:
        return self.name
