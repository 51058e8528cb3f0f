"""Whom have we not met? Organisations that took part in no meeting held these twelve months, by kind."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

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
    return Organisation.objects.current(today).exclude(pk__in=_met(today))


def not_met_by_kind(today: datetime.date) -> list[KindNotMet]:
    """Every kind that there are organisations of, in the order of the coverage matrix. No kind is a rank."""
    took_part = Count("pk", filter=Q(pk__in=_met(today)))
    kinds = Organisation.objects.current(today).order_by().values_list("kind")
    counted = {kind: (every, met) for kind, every, met in kinds.annotate(every=Count("pk"), met=took_part)}
    return [
        KindNotMet(kind, counted[kind][0], counted[kind][0] - counted[kind][1])
        for kind in OrganisationKind
        if kind in counted
    ]


def _met(today: datetime.date) -> QuerySet[Any]:
    """Found once, from the meetings of the time; not asked anew for each of ten thousand organisations."""
    since = morning_of(months_before(today, MONTHS))
    held = openly_counted_meetings().filter(state=MeetingState.HELD, starts_at__gte=since)
    through = held.model.organisations.through
    return through.objects.filter(meetingpage__in=held).values("organisation")
