"""Whom have we not met? Organisations that took part in no meeting held these twelve months, by kind."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from contacts.bodies.counting import morning_of, openly_counted_meetings
from contacts.bodies.kinds import MeetingState
from contacts.bodies.lapses import months_before
from contacts.organisations.kinds import OrganisationKind
from contacts.organisations.organisation import Organisation

MONTHS = 12


@dataclass(frozen=True)
class KindNotMet:
    kind: OrganisationKind
    organisations: int
    not_met: int


def not_met(today: datetime.date) -> QuerySet[Organisation]:
    return Organisation.objects.current().exclude(pk__in=_met(today))


def not_met_by_kind(today: datetime.date) -> list[KindNotMet]:
    """Every kind that there are organisations of, in the order of the coverage matrix. No kind is a rank."""
    current = Organisation.objects.current()
    every, met = _number(current), _number(current.filter(pk__in=_met(today)))
    return [
        KindNotMet(kind, every[kind], every[kind] - met.get(kind, 0))
        for kind in OrganisationKind
        if kind in every
    ]


def _number(organisations: QuerySet[Organisation]) -> dict[str, int]:
    return dict(organisations.order_by().values_list("kind").annotate(number=Count("pk")))


def _met(today: datetime.date) -> QuerySet[Any]:
    """Found once, from the meetings of the time; not asked anew for each of ten thousand organisations."""
    since = morning_of(months_before(today, MONTHS))
    held = openly_counted_meetings().filter(state=MeetingState.HELD, starts_at__gte=since)
    through = held.model.organisations.through
    return through.objects.filter(meetingpage__in=held).values("organisation")
