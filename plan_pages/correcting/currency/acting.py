"""Recording a review of currency: one person, one row, nothing sealed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from handslag import clock
from plan_pages.correcting.locking import locked_series
from plan_pages.correcting.overtaken import OvertakenError
from plan_pages.correcting.roles import REVIEWERS
from plan_pages.correcting.rules import may, require
from plan_pages.correcting.signals import currency_says_revise
from plan_pages.documents.canonical import digest_of
from plan_pages.editions.currency import CurrencyOutcome, CurrencyReview, latest_review
from plan_pages.editions.edition import Edition
from plan_pages.road.event import EventKind, tell


@transaction.atomic
def record(edition: Edition, user: Any, review: CurrencyReview, seen: str) -> CurrencyReview:
    """`review` is an unsaved row. Raises NotAllowedError, OvertakenError, ValidationError."""
    require(may(user, REVIEWERS))
    series = locked_series(edition.series)
    if seen != mark_of(edition):
        raise OvertakenError
    if review.reviewed_on > clock.today():
        raise ValidationError({"reviewed_on": _("This day has not been yet; give the day of the review.")})
    review.edition, review.recorded_by, review.recorded_at = edition, user, clock.now()
    review.full_clean(exclude=["edition", "recorded_by"])
    review.save()
    tell(
        series,
        EventKind.CURRENCY_REVIEWED,
        user,
        text=review.note,
        edition=edition,
        outcome=review.outcome,
        reviewed_on=review.reviewed_on.isoformat(),
        next_on=review.next_on.isoformat(),
    )
    if review.outcome == CurrencyOutcome.REVISE:
        currency_says_revise.send(CurrencyReview, review=review)
    return review


def mark_of(edition: Edition) -> str:
    """The edition as it was sealed last, and the review there was when the page was opened."""
    latest = latest_review(edition, clock.today())
    corrections = Edition.objects.filter(series=edition.series, main=edition.main)
    return digest_of([sorted(corrections.values_list("digest", flat=True)), latest.pk if latest else 0])
