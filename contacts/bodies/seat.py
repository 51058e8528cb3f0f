"""Seats of a body: by function, so that a person who leaves makes a vacancy and no hole (A1.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import Orderable

from contacts.bodies.kinds import Standing
from contacts.functions.function import Function
from contacts.keeping.function_select import FunctionSelect

SEAT_PANELS: list[Panel] = [
    FieldPanel("function", widget=FunctionSelect),
    FieldPanel("standing"),
    FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
]


class Seat(Orderable):
    """`until` None: still. The last day counts."""

    body = ParentalKey("contacts.BodyPage", related_name="seats", verbose_name=_("body"))
    function = models.ForeignKey(
        Function, on_delete=models.PROTECT, related_name="+", verbose_name=_("function")
    )
    standing = models.CharField(
        _("standing or invited"), max_length=10, choices=Standing, default=Standing.STANDING
    )
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("to"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")),
                name="seat_ends_after_it_began",
                violation_error_message=_("The seat ends before it begins."),
            ),
            models.CheckConstraint(
                condition=models.Q(standing__in=Standing.values), name="seat_standing_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
