"""Saving an occasion: what was typed is written, what registrations and calendars keep is never overwritten."""

import datetime
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag import clock
from handslag.forms.seen import fingerprint
from training.catalogue.languages import in_first_language
from training.occasions.calendar_day import Span, tell_calendars
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import NOWHERE, Occasion
from training.occasions.signals import moved, room_made

TYPED = ("course", "place", "link", "language", "capacity", "opens_at", "deadline", "contact_function")
COUNTED = ("starts_at", "ends_at", "sequence", "changed_at")
# `taken` belongs to registrations, the state to `acting`; a form that was opened before must not put them back.
OTHERS = ("state", "taken", "cancelled_because", "uid", "sequence", "changed_at")
# What calendars show, beside the days and the course's title.
TOLD = ("place", "link", "course_id")
CHANGED_SINCE = gettext_lazy(
    "Somebody else has changed the occasion since you opened it, and nothing was saved. Open it once more in another "
    "window and carry over what you wrote."
)


@dataclass(frozen=True)
class Before:
    row: Occasion
    days: list[Span]


def spans_of(occasion: Occasion) -> list[Span]:
    """In universal time: local times of one zone are compared by the clock on the wall, which jumps twice a year."""
    return sorted(
        (day.starts_at.astimezone(datetime.UTC), day.ends_at.astimezone(datetime.UTC))
        for day in occasion.days.all()
    )


@transaction.atomic
def keep(occasion: Occasion, seen: str = "") -> None:
    """Save what is typed and the days as they stand on `occasion.days`. Raises ValidationError with what to do.

    `seen`: `typed_print` of what the form showed; "" where nothing was shown.

    The occasion's row is held: whoever registers meanwhile comes before or after, and is counted.
    """
    occasion.course = in_first_language(occasion.course)
    days = spans_of(occasion)
    before = _held(occasion)
    if before is not None:
        if seen and seen != typed_print(before.row):
            raise ValidationError(CHANGED_SINCE)
        for name in OTHERS:
            setattr(occasion, name, getattr(before.row, name))
        _refuse_past(occasion, days, before)
    _refuse(occasion, days)
    occasion.starts_at = days[0][0] if days else None
    occasion.ends_at = max(ends for _starts, ends in days) if days else None
    is_told = before is not None and occasion.state == OccasionState.OPEN
    is_moved = before is not None and is_told and _is_moved(occasion, days, before)
    if is_moved:
        occasion.sequence += 1
        occasion.changed_at = clock.now()
    _write(occasion, days, before)
    if occasion.state != OccasionState.DRAFT:
        tell_calendars(occasion)
    if before is not None and is_told:
        _tell(occasion, before, is_moved=is_moved)


def _held(occasion: Occasion) -> Before | None:
    if occasion.pk is None:
        return None
    row = Occasion.objects.select_for_update(of=("self",)).get(pk=occasion.pk)
    return Before(row, spans_of(row))


def _refuse(occasion: Occasion, days: list[Span]) -> None:
    if occasion.state == OccasionState.CANCELLED:
        raise ValidationError(_("The occasion is cancelled and told to be so; add a new one instead."))
    if occasion.state == OccasionState.OPEN and not days:
        raise ValidationError(_("An announced occasion needs a day; cancel it if it is not to be held."))
    if occasion.state == OccasionState.OPEN and not (occasion.place or occasion.link):
        raise ValidationError(NOWHERE)
    if any(ends <= starts for starts, ends in days):
        raise ValidationError(_("A day ends before it begins; look at its times."))
    for (_starts, ends), (starts, _ends) in pairwise(days):
        if starts < ends:
            raise ValidationError(_("Two of the days overlap; look at their times."))
    if occasion.capacity < occasion.taken:
        raise ValidationError(too_few(occasion.taken))
    if days and occasion.deadline is not None and occasion.deadline > days[-1][1]:
        raise ValidationError(
            _("The last moment to register lies after the occasion's end; choose an earlier one.")
        )


def _refuse_past(occasion: Occasion, days: list[Span], before: Before) -> None:
    """A year mistyped would shut every registration, and nobody would be told."""
    lies_ahead = before.row.ends_at is not None and before.row.ends_at > clock.now()
    if occasion.state == OccasionState.OPEN and lies_ahead and days and days[-1][1] <= clock.now():
        raise ValidationError(_("The occasion would be over already; look at the days, or cancel it."))


def typed_print(occasion: Occasion) -> str:
    """Of all that a form can change, so that two who have it open do not undo each other."""
    return fingerprint(
        occasion, TYPED, [moment.isoformat() for span in spans_of(occasion) for moment in span]
    )


def too_few(taken: int) -> str:
    return _(
        "%(taken)d people have a place, so there cannot be fewer places than that; cancel some of them first, or keep "
        "the number."
    ) % {"taken": taken}


def _is_moved(occasion: Occasion, days: list[Span], before: Before) -> bool:
    return days != before.days or any(getattr(occasion, name) != getattr(before.row, name) for name in TOLD)


def _write(occasion: Occasion, days: list[Span], before: Before | None) -> None:
    try:
        with transaction.atomic():
            if before is None:
                occasion.save()
            else:
                occasion.save(update_fields=[*TYPED, *COUNTED])
                _write_days(occasion, days, before)
    except IntegrityError as refusal:
        # The database has the last word, also over what was counted a moment ago.
        if "occasion_never_fuller" in str(refusal):
            raise ValidationError(too_few(occasion.taken)) from refusal
        raise ValidationError(
            _("Somebody else changed the occasion at the same moment; look at it again and save once more.")
        ) from refusal


def _write_days(occasion: Occasion, days: list[Span], before: Before) -> None:
    """Those that differ are taken away and written anew: two days that change places are never one."""
    gone = [starts for starts, ends in before.days if (starts, ends) not in days]
    OccasionDay.objects.filter(occasion=occasion.pk, starts_at__in=gone).delete()
    for starts, ends in days:
        if (starts, ends) not in before.days:
            OccasionDay.objects.create(occasion_id=occasion.pk, starts_at=starts, ends_at=ends)
    occasion.days.set(OccasionDay.objects.filter(occasion=occasion.pk))


def _tell(occasion: Occasion, before: Before, *, is_moved: bool) -> None:
    if is_moved and occasion.ends_at is not None and occasion.ends_at > clock.now():
        moved.send(sender=Occasion, occasion=occasion, before=before.days)
    if occasion.capacity > before.row.capacity:
        room_made.send(sender=Occasion, occasion=occasion)
