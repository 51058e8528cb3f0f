"""Reviews of currency (aktualitetsgranskning): somebody read the edition again and says whether it still holds.

A row beside the edition and never a part of it: what was sealed, and every file of it, stays the same.
"""

import calendar
import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History, sealed_on
from plan_pages.editions.series import EditionSeries


class CurrencyOutcome(models.TextChoices):
    CURRENT = "current", _("the plan is current")
    CORRECT = "correct", _("a number, an address or a name is to be corrected")
    REVISE = "revise", _("the plan is to be revised by a new decision")


@scanned
class CurrencyReview(models.Model):
    """`function` reviewed it, never a person by name; `recorded_by` is the account that wrote it down."""

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="currency_reviews", verbose_name=_("edition")
    )
    reviewed_on = models.DateField(_("reviewed on"))
    function = models.CharField(_("function that reviewed it"), max_length=160)
    outcome = models.CharField(_("outcome of the review"), max_length=12, choices=CurrencyOutcome)
    note = models.TextField(_("what is no longer right"), blank=True)
    next_on = models.DateField(_("next review"))
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("review of currency")
        verbose_name_plural = _("reviews of currency")
        ordering = ["reviewed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=CurrencyOutcome.values), name="currency_outcome_known"
            ),
            models.CheckConstraint(condition=~models.Q(function=""), name="currency_names_a_function"),
            models.CheckConstraint(
                condition=models.Q(next_on__gt=models.F("reviewed_on")),
                name="currency_next_comes_later",
                violation_error_message=_("The next review comes after this one; give a later day."),
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="current") | ~models.Q(note=""),
                name="currency_says_what_is_wrong",
                violation_error_message=_("Say what is no longer right."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.reviewed_on}"


def latest_review(edition: Edition, day: datetime.date) -> CurrencyReview | None:
    """The newest by `day` of this edition, whichever of its corrections was read."""
    return _of(edition.series, day).filter(edition__main=edition.main).last()


def reviews_by_number(series: EditionSeries, day: datetime.date) -> dict[int, CurrencyReview]:
    """The newest by `day` of every edition, by its main number: one question."""
    return {review.edition.main: review for review in _of(series, day).select_related("edition")}


def due_on(history: History, edition: Edition, review: CurrencyReview | None) -> datetime.date:
    """When it is to be reviewed (next); an edition that nobody has reviewed yet counts from the day it took effect."""
    if review is not None:
        return review.next_on
    begun = [row.begins for row in history.decided(edition) if row.begins is not None]
    return next_after(min(begun, default=sealed_on(history.main_of(edition) or edition)))


def next_after(day: datetime.date) -> datetime.date:
    """The same day after the site's interval, or the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + getattr(settings, "PLAN_REVIEW_MONTHS", 12)
    year, month = months // 12, months % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _of(series: EditionSeries, day: datetime.date) -> "models.QuerySet[CurrencyReview]":
    found = CurrencyReview.objects.filter(edition__series=series, reviewed_on__lte=day)
    return found.order_by("reviewed_on", "pk")
