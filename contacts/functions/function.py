"""A function in an organisation: "head of social services", held by somebody or vacant (A1.2, A5.2)."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from contacts.organisations.lasting import has_ended, lasts
from contacts.organisations.naming import Named, key_of
from contacts.organisations.organisation import Organisation
from handslag.privacy.registration import scanned


class FunctionQuerySet(models.QuerySet["Function"]):
    def current(self, day: datetime.date | None = None) -> "FunctionQuerySet":
        """Those that are not abolished on the day, today where none is said, in organisations that are not archived."""
        return self.filter(lasts("abolished_on", day), lasts("organisation__archived_on", day))

    def vacant(self, day: datetime.date) -> "FunctionQuerySet":
        """Those that nobody holds on that day; a deputy alone does not fill a function (A1.2)."""
        holdings = apps.get_model("contacts", "Holding").objects
        held = holdings.on(day).filter(function=OuterRef("pk"), is_deputy=False)
        return self.filter(~Exists(held))


@scanned
class Function(Named, ClusterableModel):
    """E-mail and phone belong to the function and stay when its holder leaves."""

    name = models.CharField(_("name of the function"), max_length=160)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="functions", verbose_name=_("organisation")
    )
    tasks = models.TextField(_("what it answers for"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    abolished_on = models.DateField(_("abolished on"), null=True, blank=True)

    objects = FunctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("function")
        verbose_name_plural = _("functions")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="function_once_per_organisation")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_abolished(self) -> bool:
        return has_ended(self.abolished_on)

    @property
    def name_with_organisation(self) -> str:
        """Several organisations may have a function of that name; read with `organisation`."""
        return f"{self.name}, {self.organisation.name}"

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """What it was called stays findable: the plan's text goes on saying the old name (domain.md §0.5)."""
        before = (
            Function.objects.filter(pk=self.pk).values_list("name", flat=True).first() if self.pk else None
        )
        super().save(*args, update_fields=update_fields, **kwargs)
        if before is not None and key_of(before) != self.name_key:
            FormerFunctionName.objects.get_or_create(function=self, name=before)


@scanned
class FormerFunctionName(Named):
    """What a function was called before; the plan in force may still call it so."""

    function = ParentalKey(
        Function, on_delete=models.CASCADE, related_name="former_names", verbose_name=_("function")
    )
    name = models.CharField(_("former name"), max_length=160)

    class Meta:
        verbose_name = _("former name of a function")
        verbose_name_plural = _("former names of functions")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["function", "name"], name="former_name_once_per_function")
        ]

    def __str__(self) -> str:
        return self.name
