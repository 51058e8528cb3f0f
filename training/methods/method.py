"""A method that is used or was thought of, and its reviews (B-3.3: follow methods and use the right ones)."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from contacts.functions.function import Function
from contacts.organisations.naming import Named
from handslag import clock
from handslag.privacy.registration import scanned
from training.methods.kinds import MethodDecision


@scanned
class Method(Named):
    """What is decided of it stands in its latest review; a method without one is to be reviewed."""

    name = models.CharField(_("name of the method"), max_length=160)
    description = models.TextField(_("what it is and whom it is for"))
    owner = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("function that answers for it"),
    )
    replaced_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("replaced by"),
    )
    created_at = models.DateTimeField(_("entered at"), default=clock.now)

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["name_key"], name="method_name_once"),
            models.CheckConstraint(condition=~Q(replaced_by=F("pk")), name="method_does_not_replace_itself"),
        ]

    def __str__(self) -> str:
        return self.name


class ReviewIsKeptError(TypeError):
    """A review is history: a new one is written instead of changing it."""


@scanned(exempt={"sources": "addresses, one a line"})
class MethodReview(models.Model):
    """Only ever added. `sources`: addresses, one a line."""

    method = models.ForeignKey(
        "training.Method", on_delete=models.PROTECT, related_name="reviews", verbose_name=_("method")
    )
    evidence = models.TextField(_("what is known of its effect"))
    sources = models.TextField(_("sources"), blank=True)
    decision = models.CharField(_("decision"), max_length=10, choices=MethodDecision)
    decided_on = models.DateField(_("decided on"))
    next_review_on = models.DateField(_("next review"), null=True, blank=True)
    created_at = models.DateTimeField(_("entered at"), default=clock.now)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("review of a method")
        verbose_name_plural = _("reviews of methods")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision__in=MethodDecision.values), name="method_decision_is_known"
            ),
            models.CheckConstraint(
                condition=Q(decision=MethodDecision.STOP) | Q(next_review_on__isnull=False),
                name="method_in_use_is_reviewed_again",
            ),
            models.CheckConstraint(
                condition=Q(next_review_on__gt=F("decided_on")),
                name="method_review_comes_after_the_last",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Raises ReviewIsKeptError for a review that is kept already."""
        if not self._state.adding:
            raise ReviewIsKeptError(f"{self._meta.label} {self.pk} is kept as it was written.")
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def links(self) -> list[str]:
        return [line.strip() for line in self.sources.splitlines() if line.strip()]
