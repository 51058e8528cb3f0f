"""What came out of a meeting: decisions with an owner and a day, and what was seen on a safety walk."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import Orderable

from contacts.functions.function import Function
from contacts.keeping.function_select import FunctionSelect
from handslag.privacy.registration import scanned

FOLLOW_UP_PANELS: list[Panel] = [
    FieldPanel("text"),
    FieldPanel("function", widget=FunctionSelect),
    FieldRowPanel([FieldPanel("due"), FieldPanel("done_on")]),
]


@scanned
class MeetingFollowUp(Orderable):
    """A decision that needs nothing more has no day."""

    meeting = ParentalKey("contacts.MeetingPage", related_name="follow_ups", verbose_name=_("meeting"))
    text = models.TextField(_("what was decided"))
    function = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("function that follows it up"),
    )
    due = models.DateField(_("due"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("decision or follow-up")
        verbose_name_plural = _("decisions and follow-ups")
        indexes = [
            models.Index(fields=["due"], condition=models.Q(done_on=None), name="meeting_follow_up_open")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due=None) | models.Q(function__isnull=False),
                name="meeting_follow_up_with_a_day_has_an_owner",
                violation_error_message=_("Say which function follows it up."),
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


@scanned
class Observation(Orderable):
    """Stays open until somebody says how it was handled (A2.2)."""

    meeting = ParentalKey("contacts.MeetingPage", related_name="observations", verbose_name=_("meeting"))
    text = models.TextField(
        _("what was seen"), help_text=_("About the place, never about the people who were there.")
    )
    handled_on = models.DateField(_("handled on"), null=True, blank=True)
    how = models.CharField(_("how it was handled"), max_length=250, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        indexes = [
            models.Index(fields=["meeting"], condition=models.Q(handled_on=None), name="observation_open")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(handled_on=None, how="")
                | (models.Q(handled_on__isnull=False) & ~models.Q(how="")),
                name="observation_handled_with_a_word",
                violation_error_message=_("Say both when and how it was handled, or neither."),
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
