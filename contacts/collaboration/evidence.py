"""What collaboration can show for a commitment (A1.2, A1.3, A2.4)."""

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from contacts.bodies.body import BodyPage
from contacts.bodies.counted import openly_countable
from contacts.bodies.counting import openly_counted_meetings, without_walks
from contacts.bodies.kinds import BodyKind, MeetingState
from contacts.bodies.lapses import local_day
from contacts.bodies.mandates import mandate_holds
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.record import is_record
from contacts.bodies.seats import filled_seats, seats_on
from handslag.evidence import Evidence, EvidenceLink, EvidenceSource

# A figure stands on records; the newest of them are enough to see that it does.
LINKS = 12


def measure_meetings(parameters: Mapping[str, Any], day: datetime.date) -> Evidence:
    """Held this year up to `day`, no walks. `body` is the address part of a body's page; without it, the councils.

    Of several bodies, as several municipalities have, the fewest: no council's meetings make up for another's (A2.4).
    """
    bodies = _bodies(parameters, day)
    if not bodies:
        return Evidence(None, day)
    below = Q()
    for body in bodies:
        below |= Q(path__startswith=body.path)
    held = without_walks(_held(day)).filter(below, starts_at__year=day.year)
    counted = Counter(path[: -BodyPage.steplen] for path in held.values_list("path", flat=True))
    return Evidence(min(counted[body.path] for body in bodies), day, _links(held))


def measure_days_since(parameters: Mapping[str, Any], day: datetime.date) -> Evidence:
    """Since somebody of this kind of organisation last took part in a meeting or a walk; no data if nobody ever did."""
    held = _held(day).filter(organisations__kind=parameters.get("kind", "")).distinct()
    latest = held.first()
    if latest is None:
        return Evidence(None, day)
    return Evidence((day - local_day(latest.starts_at)).days, day, _links(held[:1]))


def measure_seats(parameters: Mapping[str, Any], day: datetime.date) -> Evidence:
    """The share of seats that somebody holds, in percent."""
    bodies = _bodies(parameters, day)
    filled = filled_seats(seats_on(day).filter(body__in=bodies))
    links = tuple(EvidenceLink(body.title, body.url or "") for body in bodies[:LINKS])
    return Evidence(filled.share, day, links)


def _bodies(parameters: Mapping[str, Any], day: datetime.date) -> list[BodyPage]:
    """Those whose mandate holds: what has ended pulls no figure down."""
    open_ones = openly_countable(BodyPage.objects.filter(is_record(), mandate_holds(day)))
    slug = parameters.get("body", "")
    chosen = open_ones.filter(slug=slug) if slug else open_ones.filter(kind=BodyKind.COUNCIL)
    return list(chosen.select_related("locale").order_by("path"))


def _held(day: datetime.date) -> QuerySet[MeetingPage]:
    held = openly_counted_meetings().filter(state=MeetingState.HELD, starts_at__date__lte=day)
    return held.select_related("locale").order_by("-starts_at", "-pk")


def _links(meetings: QuerySet[MeetingPage]) -> tuple[EvidenceLink, ...]:
    return tuple(EvidenceLink(meeting.title, meeting.url or "") for meeting in meetings[:LINKS])


SOURCES = (
    EvidenceSource(
        "meetings_held", _("meetings held this year"), measure_meetings, order=20, parameters=("body",)
    ),
    EvidenceSource(
        "days_since_contact",
        _("days since contact with a kind of organisation"),
        measure_days_since,
        order=21,
        parameters=("kind",),
    ),
    EvidenceSource(
        "seats_filled", _("seats filled, in percent"), measure_seats, order=22, parameters=("body",)
    ),
)
