"""A meeting: planned, held or cancelled; only a held one counts (A2.4). A safety walk is one too (A2.2)."""

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, Panel
from wagtail.documents import get_document_model_string

from contacts.bodies import meeting_context
from contacts.bodies.kinds import MeetingKind, MeetingState
from contacts.bodies.meeting_rows import FOLLOW_UP_PANELS
from contacts.bodies.record import RecordPage
from contacts.bodies.sequence import next_sequence
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.sensible_days import sensible, validate_sensible


class MeetingPage(RecordPage):
    """Names organisations and functions, never persons. `sequence` tells calendars which word is the latest."""

    kind = models.CharField(_("kind"), max_length=12, choices=MeetingKind, default=MeetingKind.MEETING)
    state = models.CharField(_("state"), max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    starts_at = models.DateTimeField(_("begins"), validators=[validate_sensible])
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True, validators=[validate_sensible])
    place = models.CharField(_("place"), max_length=160, blank=True)
    link = models.URLField(_("link to the meeting"), blank=True)
    area = models.CharField(
        _("area"),
        max_length=120,
        blank=True,
        help_text=_(
            "For a safety walk: a district or a part of the town, never a stairwell, a house or a street."
        ),
    )
    minutes = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("minutes"),
    )
    organisations = ParentalManyToManyField(
        Organisation,
        blank=True,
        related_name="meetings",
        verbose_name=_("organisations that took part"),
        help_text=_("Organisations, never persons."),
    )
    sequence = models.PositiveIntegerField(_("number of changes"), default=0, editable=False)

    template = "contacts/bodies/meeting_page.html"
    page_description = _("A meeting of the body: when, who took part, what was agreed.")
    parent_page_types: ClassVar[list[str]] = ["contacts.BodyPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        HelpPanel(
            content=_(
                "Write what was agreed and which function follows it up. Never write about a person; what concerns "
                "one belongs in the social services' own system."
            )
        ),
        *RecordPage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("place"),
        FieldPanel("link"),
        FieldPanel("organisations"),
        FieldPanel("minutes"),
        InlinePanel("guest_papers", heading=_("Documents for invited guests"), label=_("document")),
        InlinePanel(
            "follow_ups",
            heading=_("Decisions and follow-ups"),
            label=_("decision"),
            panels=FOLLOW_UP_PANELS,
        ),
        FieldPanel("area"),
        InlinePanel("observations", heading=_("Observations of the safety walk"), label=_("observation")),
    ]

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        indexes = [models.Index(fields=["starts_at"], name="meeting_starts_at")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="meeting_ends_after_it_began",
                violation_error_message=_("The meeting ends before it begins."),
            ),
            models.CheckConstraint(
                condition=sensible("starts_at", "ends_at", moments=True), name="meeting_on_sensible_days"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=MeetingState.values), name="meeting_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=MeetingKind.values), name="meeting_kind_is_known"
            ),
        ]

    def clean(self) -> None:
        super().clean()
        begins: datetime.datetime | None = self.starts_at
        if self.state == MeetingState.HELD and begins is not None and begins > clock.now():
            raise ValidationError({"state": _("A meeting that lies ahead has not been held yet.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A draft of a published meeting is saved by named fields and must not move the calendar."""
        if kwargs.get("update_fields") is None:
            self.sequence = next_sequence(self)
        super().save(*args, **kwargs)

    @property
    def way_to_it(self) -> str:
        """For work that is left: what was unpublished is read by nobody, and handled where it is edited."""
        return (self.url if self.live else None) or reverse("wagtailadmin_pages:edit", args=[self.pk])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **meeting_context.of(self, request)}
