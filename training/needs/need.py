"""What training a unit needs (B-3.2), and which course answers it. Nothing says who needs it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.places.models import Unit
from handslag.privacy.registration import scanned
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import CourseKind
from training.needs.kinds import NeedState, NeedUrgency
from training.occasions.occasion import Occasion


@scanned
class TrainingNeed(models.Model):
    """`is_suggestion`: by an employee of the unit, not by its manager or the coordinator. `course` None: nothing in the
    catalogue answers it yet."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    kind = models.CharField(_("kind"), max_length=20, choices=CourseKind)
    what = models.TextField(_("what is needed"))
    urgency = models.CharField(_("urgency"), max_length=10, choices=NeedUrgency)
    state = models.CharField(_("state"), max_length=10, choices=NeedState, default=NeedState.OPEN)
    course = models.ForeignKey(
        CoursePage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("course that answers it"),
    )
    occasion = models.ForeignKey(
        Occasion,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("occasion"),
    )
    reason = models.CharField(_("reason"), max_length=250, blank=True)
    is_suggestion = models.BooleanField(_("suggested by an employee"), default=False)
    created_at = models.DateTimeField(_("entered at"), default=clock.now)
    changed_at = models.DateTimeField(_("changed at"), default=clock.now)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("training need")
        verbose_name_plural = _("training needs")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=CourseKind.values)
                & Q(urgency__in=NeedUrgency.values)
                & Q(state__in=NeedState.values),
                name="need_choices_are_known",
            ),
            models.CheckConstraint(condition=~Q(what=""), name="need_says_what"),
            models.CheckConstraint(
                condition=Q(state=NeedState.PLANNED, occasion__isnull=False)
                | (~Q(state=NeedState.PLANNED) & Q(occasion=None))
                | Q(state=NeedState.MET),
                name="need_is_planned_with_an_occasion",
            ),
            models.CheckConstraint(
                condition=(Q(state=NeedState.DECLINED) & ~Q(reason=""))
                | (~Q(state=NeedState.DECLINED) & Q(reason="")),
                name="need_is_declined_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
