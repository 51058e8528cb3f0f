"""A study visit, a conference or a joint training that the forum took part in, and what it led to (B-3.4)."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.privacy.registration import scanned
from training.experiences.kinds import ExperienceKind


@scanned
class Experience(models.Model):
    """How many took part, never who. Where: an organisation of the directory or a place in words, or both."""

    kind = models.CharField(_("kind"), max_length=16, choices=ExperienceKind)
    held_on = models.DateField(_("date"), db_index=True)
    subject = models.CharField(_("what it was about"), max_length=200)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    place = models.CharField(_("place"), max_length=160, blank=True)
    participants = models.PositiveSmallIntegerField(
        _("how many took part"), validators=[MinValueValidator(1)]
    )
    learned = models.TextField(_("what we learned"))
    changes = models.TextField(_("what we change"), blank=True)
    created_at = models.DateTimeField(_("entered at"), default=clock.now)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ExperienceKind.values), name="experience_kind_is_known"
            ),
            models.CheckConstraint(condition=Q(participants__gte=1), name="experience_of_somebody"),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | ~Q(place=""), name="experience_was_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return self.subject
