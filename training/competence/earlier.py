"""Training that somebody had elsewhere: they say it themselves, and it counts when somebody else has confirmed it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from training.catalogue.kinds import COUNTED_PER_UNIT, CourseKind
from training.competence.kinds import EarlierState


@scanned
class EarlierTraining(models.Model):
    """`held_in`: the first of the month. Goes with the account: without the person it says nothing."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=CourseKind)
    title = models.CharField(_("what it was called"), max_length=200)
    held_in = models.DateField(_("month"))
    state = models.CharField(_("state"), max_length=10, choices=EarlierState, default=EarlierState.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    decided_on = models.DateField(_("confirmed on"), null=True, blank=True)
    created_at = models.DateTimeField(_("entered at"), default=clock.now)
    token = models.UUIDField(default=uuid.uuid4, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("training had elsewhere")
        verbose_name_plural = _("training had elsewhere")
        ordering = ["-held_in", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "token"], name="earlier_training_sent_once"),
            models.UniqueConstraint(
                fields=["person", "kind", "title", "held_in"], name="earlier_training_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=COUNTED_PER_UNIT) & Q(state__in=EarlierState.values),
                name="earlier_training_choices_are_known",
            ),
            models.CheckConstraint(
                condition=Q(state=EarlierState.WAITING, decided_on=None)
                | (~Q(state=EarlierState.WAITING) & Q(decided_on__isnull=False)),
                name="earlier_training_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by=models.F("person")),
                name="earlier_training_is_not_confirmed_by_oneself",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
