"""A correction that waits, on the start page of those who may approve it: words before and after, and the button."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from handslag.start.panels import Panel
from plan_pages.correcting.correction.shown import table_of
from plan_pages.correcting.todos import corrections_to_answer


def waiting_corrections(request: HttpRequest) -> dict[str, Any] | None:
    corrections = [
        {
            "reason": found.reason,
            "rows": table_of(found)["rows"],
            "url": reverse("corrections:one", args=[found.pk]),
        }
        for found in corrections_to_answer(request.user)
    ]
    return {"corrections": corrections} if corrections else None


panel = Panel("corrections", "plan_pages/panels/corrections.html", waiting_corrections, order=5, is_wide=True)
