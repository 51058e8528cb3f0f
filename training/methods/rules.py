"""Who keeps the register of methods, and how each stands today."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from handslag import clock
from training.methods.method import Method, MethodReview

REVIEW_MONTHS = 24


@dataclass(frozen=True)
class Standing:
    """A method with its latest review; None: never reviewed."""

    method: Method
    review: MethodReview | None
    earlier: list[MethodReview]

    @property
    def is_due(self) -> bool:
        """Never reviewed, or its next review is past; what was replaced is not reviewed any more."""
        if self.method.replaced_by_id is not None:
            return False
        if self.review is None:
            return True
        due = self.review.next_review_on
        return due is not None and due < clock.today()

    @property
    def due_on(self) -> datetime.date | None:
        return self.review.next_review_on if self.review else None


def review_months() -> int:
    """Of the settings; another site need not have them."""
    return int(getattr(settings, "METHOD_REVIEW_MONTHS", REVIEW_MONTHS))


def standings(methods: QuerySet[Method] | None = None) -> list[Standing]:
    """Two questions for any number; what is to be reviewed comes first."""
    rows = Method.objects.all() if methods is None else methods
    rows = rows.select_related("owner__organisation", "replaced_by").prefetch_related("reviews")
    found = [_standing(method) for method in rows]
    return sorted(found, key=lambda one: (not one.is_due, one.method.name_key))


def _standing(method: Method) -> Standing:
    reviews = list(method.reviews.all())
    return Standing(method, reviews[0] if reviews else None, reviews[1:])
