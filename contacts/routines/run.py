"""One round of a routine: its steps as they stood when it began, open until all of them are signed (B-2.1)."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from contacts.bodies.body import BodyPage
from contacts.bodies.meeting import MeetingPage
from contacts.routines.routine import LONGEST_STEP, Routine
from handslag import clock
from handslag.privacy.registration import scanned


class RunQuerySet(models.QuerySet["RoutineRun"]):
    def with_progress(self) -> "RunQuerySet":
        """`steps_in_all`, and how many of them are `signed`; the latest first."""
        standing = Q(steps__signatures__withdrawn_at=None)
        return self.annotate(
            steps_in_all=Count("steps", distinct=True),
            signed=Count("steps__signatures", filter=standing, distinct=True),
        ).order_by("-begun_at", "-pk")

    def under_way(self) -> "RunQuerySet":
        """Of those `with_progress`: neither complete nor ended."""
        return self.filter(ended_at=None, signed__lt=F("steps_in_all")).order_by("due", "pk")


@scanned
class RoutineRun(models.Model):
    """Title, source and steps are copies: a routine that changes or goes changes no round. `token`: made with the form,
    so that what is sent twice is one round. A round begun by mistake is ended with a word why."""

    body = models.ForeignKey(
        BodyPage, on_delete=models.CASCADE, related_name="routine_runs", verbose_name=_("body")
    )
    routine = models.ForeignKey(
        Routine, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("routine")
    )
    meeting = models.ForeignKey(
        MeetingPage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="routine_runs",
        verbose_name=_("meeting"),
    )
    title = models.CharField(_("name of the routine"), max_length=160)
    label = models.CharField(_("round"), max_length=120)
    source_document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document that describes it"),
    )
    source_link = models.URLField(_("or a link to it"), blank=True)
    due = models.DateField(_("due"))
    begun_at = models.DateTimeField(_("begun at"), default=clock.now)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("ended by"),
    )
    ended_why = models.CharField(_("why it was ended"), max_length=250, blank=True)

    objects = RunQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("round of a routine")
        verbose_name_plural = _("rounds of routines")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "token"], name="routine_run_begun_once"),
            models.CheckConstraint(condition=~Q(label=""), name="routine_run_has_a_name"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_why="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_why="")),
                name="routine_run_ended_with_a_word",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.label}"

    @property
    def unsigned(self) -> int:
        """Where it was read `with_progress`."""
        return int(self.steps_in_all - self.signed)  # type: ignore[attr-defined]  # annotated

    @property
    def is_complete(self) -> bool:
        """Where it was read `with_progress`."""
        return self.unsigned == 0

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and not self.is_complete

    @property
    def is_overdue(self) -> bool:
        """The last day still counts."""
        return self.is_open and self.due < clock.today()


@scanned
class RunStep(models.Model):
    """Written once, when the round begins."""

    run = models.ForeignKey(
        RoutineRun, on_delete=models.CASCADE, related_name="steps", verbose_name=_("round")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.CharField(_("step"), max_length=LONGEST_STEP)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("step of a round")
        verbose_name_plural = _("steps of rounds")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="run_step_once")]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A step of a round is written once.")
        super().save(*args, **kwargs)
