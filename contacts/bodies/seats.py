"""Who sits where today, and which seats are empty (A1.2)."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from contacts.bodies.seat import Seat
from contacts.functions.holding import Holding
from contacts.organisations.lasting import lasts


@dataclass(frozen=True)
class Filled:
    filled: int
    seats: int

    @property
    def share(self) -> float | None:
        """In percent; None where there are no seats."""
        return round(100 * self.filled / self.seats, 1) if self.seats else None


def seats_on(day: datetime.date) -> QuerySet[Seat]:
    """`is_filled`: somebody holds the function that day. A deputy alone leaves the seat empty; so does a function
    that was abolished."""
    holders = Holding.objects.on(day).filter(function=OuterRef("function"), is_deputy=False)
    lasting = Seat.objects.filter(lasts("function__abolished_on", day), pk=OuterRef("pk"))
    return (
        Seat.objects.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))
        .annotate(is_filled=Exists(holders) & Exists(lasting))
        .select_related("function__organisation")
    )


def filled_seats(seats: QuerySet[Seat]) -> Filled:
    answers = list(seats.values_list("is_filled", flat=True))
    return Filled(sum(answers), len(answers))
