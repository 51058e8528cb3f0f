"""Methods in the readers' search."""

from django.urls import reverse

from training.catalogue.search_below import SearchBelow, Told
from training.methods.method import Method, MethodReview


def tell(found: Method) -> Told:
    latest = found.reviews.first()
    return Told(
        title=found.name,
        url=reverse("methods:method", args=[found.pk]),
        body=f"{found.description} {latest.evidence if latest else ''}",
        changed_on=latest.decided_on if latest else None,
    )


methods = SearchBelow("method", Method, tell, {MethodReview: "method_id"})
