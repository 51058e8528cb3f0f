"""What calendars have been told of an occasion's days: a number per day, which its identity there is made of."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from training.occasions.occasion import Occasion

type Span = tuple[datetime.datetime, datetime.datetime]


class CalendarDay(models.Model):
    """A day that was taken away stays here as called off: a calendar that has it must be told so (RFC 5545, 3.8.1.11),
    and one that asks once a month must be told then."""

    occasion = models.ForeignKey(
        Occasion, on_delete=models.CASCADE, related_name="calendar_days", verbose_name=_("occasion")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    is_called_off = models.BooleanField(_("called off"), default=False)

    class Meta:
        verbose_name = _("day in calendars")
        verbose_name_plural = _("days in calendars")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["occasion", "number"], name="calendar_day_numbered_once")
        ]

    def __str__(self) -> str:
        return f"#{self.number}"


@dataclass(frozen=True)
class NumberedDay:
    number: int
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    is_called_off: bool = False


def numbered(days: Iterable[Span], told: Sequence[NumberedDay]) -> list[NumberedDay]:
    """The days with the numbers that calendars know them by.

    A day that stands keeps its number, also where another was put before it; a moved one takes, in order, that of one
    that went; what is over is new or called off. A number once given never means nothing.
    """
    left = sorted(set(days))
    free = {day.number: day for day in told}
    found: list[NumberedDay] = []
    for number, day in sorted(free.items(), key=lambda item: (item[1].is_called_off, item[0])):
        if (span := next((span for span in left if span[0] == day.starts_at), None)) is not None:
            found.append(NumberedDay(number, *span))
            left.remove(span)
            del free[number]
    for number, day in sorted(free.items()):
        if left and not day.is_called_off:
            found.append(NumberedDay(number, *left.pop(0)))
        else:
            found.append(NumberedDay(number, day.starts_at, day.ends_at, is_called_off=True))
    first = max((day.number for day in told), default=0) + 1
    found += [NumberedDay(number, *span) for number, span in enumerate(left, start=first)]
    return sorted(found, key=lambda day: day.number)


def days_for_calendars(occasion: Occasion) -> list[NumberedDay]:
    """As they stand now; prefetch `days` and `calendar_days` for many."""
    told = [
        NumberedDay(row.number, row.starts_at, row.ends_at, row.is_called_off)
        for row in occasion.calendar_days.all()
    ]
    return numbered([(day.starts_at, day.ends_at) for day in occasion.days.all()], told)


def tell_calendars(occasion: Occasion) -> None:
    """Within the transaction that changes the occasion, whose row is held."""
    fresh = Occasion.objects.get(pk=occasion.pk)
    for day in days_for_calendars(fresh):
        CalendarDay.objects.update_or_create(
            occasion=fresh,
            number=day.number,
            defaults={
                "starts_at": day.starts_at,
                "ends_at": day.ends_at,
                "is_called_off": day.is_called_off,
            },
        )
