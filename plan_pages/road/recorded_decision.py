"""What a municipality's body decided about the text before it; adopted rows become the edition's decisions."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from handslag import clock
from handslag.places.models import Municipality
from handslag.privacy.registration import scanned
from plan_pages.editions.kinds import ADOPTING, BODIES_WITH_PARAGRAPHS, BodyType, Outcome
from plan_pages.road.matter import Matter


@scanned
class RecordedDecision(models.Model):
    """One per municipality and round before the board; a tabled one gives way to the next meeting's.

    `reason` is required where the text goes back or is rejected. `prepared_*`: the body that prepared the decision, for
    example the executive board before the council.
    """

    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("matter")
    )
    meeting_round = models.PositiveIntegerField(_("round before the board"))
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    outcome = models.CharField(_("outcome"), max_length=24, choices=Outcome)
    body_type = models.CharField(_("kind of body"), max_length=16, choices=BodyType)
    body = models.CharField(_("body"), max_length=160)
    meeting_date = models.DateField(_("day of the meeting"))
    paragraph = models.CharField(_("paragraph (§)"), max_length=20, blank=True)
    registry_number = models.CharField(_("registry number"), max_length=60, blank=True)
    minutes_verified_on = models.DateField(_("minutes verified on"), null=True, blank=True)
    minutes_document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("minutes"),
    )
    in_effect_from = models.DateField(_("in effect from"), null=True, blank=True)
    prepared_body_type = models.CharField(
        _("kind of preparing body"), max_length=16, choices=BodyType, blank=True
    )
    prepared_body = models.CharField(_("preparing body"), max_length=160, blank=True)
    prepared_date = models.DateField(_("day of its meeting"), null=True, blank=True)
    prepared_paragraph = models.CharField(_("its paragraph (§)"), max_length=20, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("recorded decision")
        verbose_name_plural = _("recorded decisions")
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "meeting_round", "municipality"],
                condition=~models.Q(outcome="tabled"),
                name="recorded_decision_once_per_place_and_round",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=Outcome.values), name="recorded_decision_outcome_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome__in=ADOPTING) | models.Q(in_effect_from__isnull=False),
                name="recorded_decision_says_since_when",
                violation_error_message=_("Say from which day the edition is in effect."),
            ),
            models.CheckConstraint(
                condition=~models.Q(body_type__in=BODIES_WITH_PARAGRAPHS) | ~models.Q(paragraph=""),
                name="recorded_decision_has_its_paragraph",
                violation_error_message=_("Give the paragraph (§) of the minutes."),
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=ADOPTING) | ~models.Q(reason=""),
                name="recorded_decision_says_why_not",
                violation_error_message=_("Say why the text was not adopted."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.outcome}"
