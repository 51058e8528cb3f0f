"""A repeal that waits to be compared with the minutes, and the decisions that it rests on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from handslag import clock
from handslag.places.models import Municipality
from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import BODIES_WITH_PARAGRAPHS, BodyType
from plan_pages.editions.series import EditionSeries


class RepealState(models.TextChoices):
    WAITING = "waiting", _("waits to be compared with the minutes")
    SEALED = "sealed", _("confirmed and sealed")
    DECLINED = "declined", _("declined by the second person")
    WITHDRAWN = "withdrawn", _("withdrawn by whoever began it")


@scanned
class Repeal(models.Model):
    """Everything in it is entered by one account, so that the second pair of eyes is another for every line of it."""

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="repeals", verbose_name=_("series")
    )
    state = models.CharField(_("state"), max_length=12, choices=RepealState, default=RepealState.WAITING)
    reason = models.TextField(_("reason"))
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    prepared_at = models.DateTimeField(_("entered at"), default=clock.now)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    note = models.TextField(_("why it was declined"), blank=True)
    edition = models.OneToOneField(
        Edition,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="repeal",
        verbose_name=_("edition"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("repeal of a plan")
        verbose_name_plural = _("repeals of plans")
        ordering = ["-prepared_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series"], condition=models.Q(state="waiting"), name="repeal_waits_once_per_series"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=RepealState.values), name="repeal_state_known"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="repeal_says_why"),
            models.CheckConstraint(
                condition=models.Q(state="waiting", answered_by__isnull=True, answered_at__isnull=True)
                | (
                    ~models.Q(state="waiting")
                    & models.Q(answered_by__isnull=False, answered_at__isnull=False)
                ),
                name="repeal_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["sealed", "declined"])
                | ~models.Q(answered_by=models.F("prepared_by")),
                name="repeal_has_four_eyes",
            ),
            models.CheckConstraint(
                condition=models.Q(state="sealed", edition__isnull=False)
                | (~models.Q(state="sealed") & models.Q(edition__isnull=True)),
                name="repeal_sealed_with_its_edition",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(note=""), name="repeal_declined_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.state == RepealState.WAITING


@scanned
class RepealDecision(models.Model):
    """What one municipality's body decided; each decides for itself (design: Decision)."""

    repeal = models.ForeignKey(
        Repeal, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("repeal")
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    body_type = models.CharField(_("kind of body"), max_length=16, choices=BodyType)
    body = models.CharField(_("body"), max_length=160)
    meeting_date = models.DateField(_("day of the meeting"))
    paragraph = models.CharField(_("paragraph (§)"), max_length=20, blank=True)
    registry_number = models.CharField(_("registry number"), max_length=60, blank=True)
    in_effect_from = models.DateField(_("in effect from"))
    minutes_verified_on = models.DateField(_("minutes verified on"), null=True, blank=True)
    minutes_document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("minutes"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("decision to repeal")
        verbose_name_plural = _("decisions to repeal")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["repeal", "municipality"],
                name="repeal_decision_once_per_place",
                violation_error_message=_("This municipality's decision is entered already."),
            ),
            models.CheckConstraint(
                condition=models.Q(body_type__in=BodyType.values), name="repeal_decision_body_known"
            ),
            models.CheckConstraint(condition=~models.Q(body=""), name="repeal_decision_has_its_body"),
            models.CheckConstraint(
                condition=~models.Q(body_type__in=BODIES_WITH_PARAGRAPHS) | ~models.Q(paragraph=""),
                name="repeal_decision_has_its_paragraph",
                violation_error_message=_("Give the paragraph (§) of the minutes."),
            ),
            models.CheckConstraint(
                condition=models.Q(in_effect_from__gte=models.F("meeting_date")),
                name="repeal_decision_not_before_it_was_made",
                violation_error_message=_("The plan cannot end before the body met; check the two days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.repeal_id} {self.municipality_id}"
