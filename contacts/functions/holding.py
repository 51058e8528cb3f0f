"""Who holds a function, from when to when; a function nobody holds today is vacant."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.functions.function import Function
from contacts.functions.person import ContactPerson


class HoldingQuerySet(models.QuerySet["Holding"]):
    def on(self, day: datetime.date) -> "HoldingQuerySet":
        """Both days count: who leaves on the 31st holds it that day."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class Holding(models.Model):
    """`until` None: still. A deputy stands beside the holder; there is one of each who has no end."""

    function = models.ForeignKey(
        Function, on_delete=models.CASCADE, related_name="holdings", verbose_name=_("function")
    )
    person = models.ForeignKey(
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
