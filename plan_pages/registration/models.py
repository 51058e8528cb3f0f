"""A registration that waits for its second pair of eyes, and afterwards says who had them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries


class RegistrationState(models.TextChoices):
    WAITING = "waiting", _("waits to be compared")
    CONFIRMED = "confirmed", _("confirmed")
    RETURNED = "returned", _("returned")
    WITHDRAWN = "withdrawn", _("withdrawn")


@scanned(exempt={"source_sha256": "made by the program"})
class Registration(models.Model):
    """`decisions` are the decisions as the source states them (`documents.head.DecisionRecord`), gaps left empty.

    `revision` is the text that was compared; the edition is sealed from it and from nothing later.
    """

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="registrations", verbose_name=_("series")
    )
    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="+", verbose_name=_("revision")
    )
    source = models.ForeignKey(
        get_document_model_string(), on_delete=models.PROTECT, related_name="+", verbose_name=_("source")
    )
    source_sha256 = models.CharField(max_length=64, editable=False)
    decisions = models.JSONField(_("decisions"), default=list)
    state = models.CharField(
        _("state"), max_length=12, choices=RegistrationState, default=RegistrationState.WAITING
    )
    imported_at = models.DateTimeField(_("imported at"), default=clock.now)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("imported by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    note = models.TextField(_("note"), blank=True)
    edition = models.OneToOneField(
        Edition,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="registration",
        verbose_name=_("edition"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["-imported_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["series"],
                condition=models.Q(state="waiting"),
                name="registration_waits_once_per_series",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=RegistrationState.values), name="registration_state_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed")
                | models.Q(edition__isnull=False, answered_by__isnull=False),
                name="registration_confirmed_with_edition",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed") | ~models.Q(answered_by=models.F("imported_by")),
                name="registration_has_four_eyes",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
