"""The plan on the start page: what is in force, and what differs from the edition before, one click away."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.visibility import visible_to
from handslag.start.panels import Panel
from handslag.templatetags.handslag_dates import in_words
from plan_pages.editions.history import history_of
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.reading.page import before
from plan_pages.reading.places import place_of, state_for
from plan_pages.showing.standing import label_of


def plan_in_force(request: HttpRequest) -> dict[str, Any] | None:
    """None where no plan was decided, or where it is not for this reader."""
    series = visible_to(
        EditionSeries.objects.filter(address=ActionPlanPage.series_address), request.user
    ).first()
    history = history_of(series) if series is not None else None
    if history is None or not history.editions:
        return None
    state = state_for(place_of(request, history), history.states(clock.today()))
    edition = state.edition
    if edition is None:
        return {"items": [], "editions_url": reverse("plan:editions")}
    items = [
        {
            "title": edition.title,
            "url": reverse("plan:in_force"),
            "meta": _since(label_of(edition), in_words(state.decision.begins) if state.decision else ""),
        }
    ]
    earlier = before(history, edition)
    if earlier is not None and edition.kind != EditionKind.REPEAL:
        items.append(
            {
                "title": _("What differs from edition %(number)s") % {"number": str(earlier.number)},
                "url": reverse("plan:compare", args=[earlier.number, edition.number]),
            }
        )
    items.append({"title": _("Who does what"), "url": reverse("plan:responsibilities")})
    return {"items": items, "editions_url": reverse("plan:editions")}


def _since(label: str, day: str) -> str:
    return _("%(label)s, in force since %(date)s") % {"label": label, "date": day} if day else label


panel = Panel("plan", "plan_pages/panels/plan.html", plan_in_force, order=10, is_wide=True)
