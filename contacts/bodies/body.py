"""A body that meets: its mandate, its seats by function, how often it meets (A1.1, A1.2, A2.4)."""

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, Panel

from contacts.bodies import body_context
from contacts.bodies.kinds import USUAL_MEETINGS, BodyKind
from contacts.bodies.record import RecordPage
from contacts.bodies.seat import SEAT_PANELS
from contacts.organisations.organisation import Organisation
from handslag.pages.forms import RESERVED
from handslag.places.models import Municipality
from handslag.sensible_days import sensible, validate_sensible

# What stands beside the bodies below the section's page, and comes before them.
ADDRESSES_BESIDE = ("fragor", "gast", "gaster", "kalender", "rutiner")


class BodyPage(RecordPage):
    """Each municipality has its own. `meetings_per_year` None: the usual number of its kind; `interval_days` is for
    contacts that the plan calls continuous, where the municipality chooses what that means."""

    kind = models.CharField(_("kind"), max_length=24, choices=BodyKind)
    municipality = models.ForeignKey(
        Municipality,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("municipality"),
    )
    mandate = models.TextField(_("mandate"), blank=True)
    mandate_scope = models.CharField(_("what the mandate covers"), max_length=250, blank=True)
    mandate_from = models.DateField(_("mandate from"), null=True, blank=True, validators=[validate_sensible])
    mandate_until = models.DateField(
        _("mandate until"), null=True, blank=True, validators=[validate_sensible]
    )
    meetings_per_year = models.PositiveSmallIntegerField(
        _("meetings per year"),
        null=True,
        blank=True,
        help_text=_(
            "Empty: as usual for its kind. A crime prevention council meets at least four times a year."
        ),
    )
    interval_days = models.PositiveSmallIntegerField(
        _("at most so many days between two contacts"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("When they have passed without a meeting held, the body is listed as overdue."),
    )
    counterparts = ParentalManyToManyField(
        Organisation, blank=True, related_name="contact_series", verbose_name=_("counterparts")
    )

    read_with = ("municipality",)
    template = "contacts/bodies/body_page.html"
    page_description = _("A council, a group or a series of contacts, with its mandate and its meetings.")
    parent_page_types: ClassVar[list[str]] = ["contacts.CollaborationIndexPage"]
    subpage_types: ClassVar[list[str]] = ["contacts.MeetingPage"]
    content_panels: ClassVar[list[Panel]] = [
        HelpPanel(
            content=_(
                "Seats belong to functions, never to persons. Who holds a function is kept in the directory."
            )
        ),
        *RecordPage.content_panels,
        FieldPanel("kind"),
        FieldPanel("municipality"),
        MultiFieldPanel(
            [
                FieldPanel("mandate"),
                FieldPanel("mandate_scope"),
                FieldPanel("mandate_from"),
                FieldPanel("mandate_until"),
            ],
            heading=_("Mandate"),
        ),
        InlinePanel("mandate_tasks", heading=_("Tasks of the mandate"), label=_("task")),
        FieldPanel("meetings_per_year"),
        FieldPanel("interval_days"),
        InlinePanel("seats", heading=_("Seats"), label=_("seat"), panels=SEAT_PANELS),
        FieldPanel("counterparts"),
        InlinePanel("routines", heading=_("Routines"), label=_("routine")),
    ]

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mandate_until__gte=models.F("mandate_from")),
                name="body_mandate_ends_after_it_began",
                violation_error_message=_("The mandate ends before it begins."),
            ),
            models.CheckConstraint(
                condition=sensible("mandate_from", "mandate_until"), name="body_mandate_on_sensible_days"
            ),
            models.CheckConstraint(
                condition=models.Q(interval_days__gte=1), name="body_interval_is_at_least_a_day"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=BodyKind.values), name="body_kind_is_known"),
        ]

    @property
    def meetings_wanted(self) -> int:
        if self.meetings_per_year is not None:
            return self.meetings_per_year
        return USUAL_MEETINGS.get(BodyKind(self.kind), 0)

    def has_ended(self, day: datetime.date) -> bool:
        """The last day of the mandate still counts."""
        return self.mandate_until is not None and self.mandate_until < day

    def clean(self) -> None:
        super().clean()
        if self.slug in ADDRESSES_BESIDE:
            raise ValidationError({"slug": RESERVED % {"slug": self.slug}})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **body_context.of(self, request)}
