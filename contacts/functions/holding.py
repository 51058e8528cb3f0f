"""Who holds a function, from when to when; a function nobody holds today is vacant."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from contacts.functions.function import Function
from contacts.functions.person import ContactPerson

TAKEN = _("Somebody else holds the function on those days. Set the day that ends it there first.")


class HoldingQuerySet(models.QuerySet["Holding"]):
    def on(self, day: datetime.date) -> "HoldingQuerySet":
        """Both days count: who leaves on the 31st holds it that day."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class Holding(models.Model):
    """`until` None: still. A deputy stands beside the holder; there is one of each who has no end."""

    function = models.ForeignKey(
        Function, on_delete=models.CASCADE, related_name="holdings", verbose_name=_("function")
    )
    person = ParentalKey(
        ContactPerson, on_delete=models.CASCADE, related_name="holdings", verbose_name=_("contact person")
    )
    is_deputy = models.BooleanField(_("as deputy"), default=False)
    since = models.DateField(_("from"))
    until = models.DateField(_("to"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("holder of a function")
        verbose_name_plural = _("holders of functions")
        ordering = ["is_deputy", "-since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["function", "is_deputy"],
                condition=Q(until=None),
                name="holding_one_without_end",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="holding_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function_id} {self.since}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Asked again under the function's lock: two who enter at the same time do not both become its holder."""
        with transaction.atomic():
            Function.objects.select_for_update().get(pk=self.function_id)
            if self._others().exists():
                raise ValidationError(str(TAKEN), code="taken")
            super().save(*args, **kwargs)

    def clean(self) -> None:
        """Raises ValidationError where somebody else holds the function on one of these days."""
        super().clean()
        # A field that was left empty has its own error, and nothing to compare.
        if None not in (self.function_id, self.since) and self._others().exists():
            raise ValidationError({"function": str(TAKEN)})

    def _others(self) -> HoldingQuerySet:
        same = Holding.objects.filter(function=self.function_id, is_deputy=self.is_deputy).exclude(pk=self.pk)
        overlapping = same.filter(Q(until=None) | Q(until__gte=self.since))
        return overlapping if self.until is None else overlapping.filter(since__lte=self.until)
