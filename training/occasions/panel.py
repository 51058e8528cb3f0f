"""The next occasions, on the start page."""

from typing import Any

from django.http import HttpRequest

from handslag import clock
from handslag.start.panels import Panel
from training.catalogue.addresses import catalogue_url
from training.catalogue.languages import as_read_in
from training.occasions.kinds import OccasionState
from training.occasions.rows import first_day_rows, with_first_day
from training.occasions.rules import known_occasions

SHOWN = 4


def next_occasions(request: HttpRequest) -> dict[str, Any] | None:
    """None where there is no catalogue for the reader."""
    url = catalogue_url(request)
    if not url:
        return None
    ahead = known_occasions(request.user).filter(state=OccasionState.OPEN, starts_at__gt=clock.now())
    found = with_first_day(ahead.select_related("course__locale").order_by("starts_at", "pk"))[:SHOWN]
    courses = as_read_in([one.course for one in found], request.user)
    return {"rows": first_day_rows(found, courses), "catalogue_url": url}


panel = Panel("training", "training/occasions/panel.html", next_occasions, order=40, is_wide=True)
