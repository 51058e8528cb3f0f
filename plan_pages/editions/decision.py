"""What a body decided about an edition, one row per municipality and role (A0.1)."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from handslag.places.models import Municipality
from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.insert_only import InsertOnlyModel
from plan_pages.editions.kinds import BODIES_WITH_PARAGRAPHS, BodyType, DecisionRole, Outcome


@scanned(
    exempt={
        "minutes_sha256": "made by the program",
        **dict.fromkeys(("place_code", "place_name"), "copied from the municipality, which is scanned"),
    }
)
class Decision(InsertOnlyModel):
    """`place_code` and `place_name` are the municipality as it was called then.

    `before_handslag`: the decision of a registered plan. What its document does not say stays empty and is shown as
    a gap (domain.md §0.3); every other decision has a day and either a paragraph or a body without paragraphs.
    """

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("edition")
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    place_code = models.CharField(max_length=4)
    place_name = models.CharField(max_length=120)
    role = models.CharField(_("role"), max_length=12, choices=DecisionRole, default=DecisionRole.DECIDED)
    outcome = models.CharField(_("outcome"), max_length=24, choices=Outcome, default=Outcome.ADOPTED)
    body_type = models.CharField(_("kind of body"), max_length=16, choices=BodyType)
    body = models.CharField(_("body"), max_length=160, blank=True)
    meeting_date = models.DateField(_("day of the meeting"), null=True, blank=True)
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
    minutes_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    in_effect_from = models.DateField(_("in effect from"), null=True, blank=True)
    before_handslag = models.BooleanField(_("decided before Handslag"), default=False)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["edition", "place_name", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "municipality", "role"], name="decision_once_per_place_and_role"
            ),
            models.CheckConstraint(
                condition=models.Q(body_type__in=BodyType.values), name="decision_body_known"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=Outcome.values), name="decision_outcome_known"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=DecisionRole.values), name="decision_role_known"
            ),
            models.CheckConstraint(
                condition=models.Q(before_handslag=True)
                | (models.Q(meeting_date__isnull=False) & ~models.Q(body="")),
                name="decision_has_body_and_day",
                violation_error_message=_("Say which body decided and on which day it met."),
            ),
            models.CheckConstraint(
                condition=models.Q(before_handslag=True)
                | models.Q(role=DecisionRole.PREPARED)
                | models.Q(in_effect_from__isnull=False),
                name="decision_says_since_when",
                violation_error_message=_("Say from which day the edition is in effect."),
            ),
            models.CheckConstraint(
                condition=models.Q(before_handslag=True)
                | ~models.Q(body_type__in=BODIES_WITH_PARAGRAPHS)
                | ~models.Q(paragraph=""),
                name="decision_has_its_paragraph",
                violation_error_message=_("Give the paragraph (§) of the minutes."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.place_code} {self.role}"

    @property
    def begins(self) -> datetime.date | None:
        """Where a registered plan does not say since when, the day it was decided; None where it says neither."""
        return self.in_effect_from or self.meeting_date
