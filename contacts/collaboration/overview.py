"""All bodies and series on one page, the overdue first; the same few questions however many there are."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from contacts.bodies.body import BodyPage
from contacts.bodies.counting import Tally, tallies
from contacts.bodies.keepers import may_keep_body
from contacts.bodies.lapses import (
    contact_due,
    idle_tasks,
    kept_bodies,
    observation_due,
    open_observations,
    unsaid_meetings,
)
from contacts.bodies.seats import seats_on
from contacts.collaboration.not_met import not_met, not_met_by_kind
from contacts.collaboration.shortlist import shortlist
from contacts.organisations.kinds import OrganisationKind
from contacts.routines.rules import with_rounds
from handslag import clock
from handslag.access.people import Person

ON_A_PAGE = 25


@dataclass(frozen=True)
class Row:
    body: BodyPage
    tally: Tally
    due: datetime.date | None

    @property
    def is_overdue(self) -> bool:
        """The last day of the interval still counts."""
        return self.due is not None and self.due < clock.today()


def rows_of(bodies: list[BodyPage], today: datetime.date) -> list[Row]:
    counted = tallies(bodies, today)
    rows = [Row(body, counted[body.pk], contact_due(body, counted[body.pk], today)) for body in bodies]
    return sorted(rows, key=_order)


def overview(request: HttpRequest) -> dict[str, Any]:
    today = clock.today()
    kept = list(kept_bodies(request.user))
    bodies = [body for body in kept if body.live]
    vacant = seats_on(today).filter(
        is_filled=False, body__in=[body.pk for body in bodies if not body.has_ended(today)]
    )
    vacant = vacant.select_related("body__locale", "function__organisation")
    seen = shortlist(open_observations(kept), "iakttagelser", request)
    unsaid = unsaid_meetings(kept, request.user, today)
    kind = request.GET.get("slag", "")
    is_kind = kind in OrganisationKind.values
    organisations = not_met(today).filter(kind=kind) if is_kind else not_met(today).none()
    return {
        "rows": own_first(rows_of(bodies, today), request.user),
        "vacant_seats": shortlist(vacant.order_by("body", "pk"), "platser", request),
        "idle_tasks": shortlist(idle_tasks(request.user, today), "uppdrag", request),
        "observations": seen,
        "is_late": {row.pk for row in seen.rows if observation_due(row) < today},
        "unsaid": shortlist(unsaid, "moten", request) if may_keep_body(request.user) else None,
        "unpublished": with_rounds([body for body in kept if not body.live]),
        "kinds_not_met": not_met_by_kind(today),
        "kind": OrganisationKind(kind) if is_kind else None,
        "not_met": Paginator(organisations, ON_A_PAGE).get_page(request.GET.get("page")) if is_kind else None,
    }


def own_first(rows: list[Row], user: Person) -> list[Row]:
    """Each sees the council of the own municipality first (A1.1); among those as many as there are, the overdue."""
    own = getattr(user, "municipality_id", None)
    return sorted(rows, key=lambda row: own is None or row.body.municipality_id != own)


def _order(row: Row) -> tuple[bool, datetime.date, str]:
    """What is overdue comes first, the longest overdue before the others; then by the day that comes next."""
    return (not row.is_overdue, row.due or datetime.date.max, row.body.title)
