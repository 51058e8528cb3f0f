"""Occasions for calendars: an event for each day, with one identity for its whole life."""

from collections.abc import Collection, Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from handslag.calendar_files import CalendarEvent, Method, as_calendar
from training.occasions.calendar_day import days_for_calendars
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion

CONTENT_TYPE = "text/calendar; charset=utf-8"


def occasions_as_calendar(
    name: str,
    occasions: Iterable[Occasion],
    method: Method = Method.PUBLISH,
    joinable: Collection[int] = (),
) -> bytes:
    """`joinable`: the numbers of those that are read by whoever may have the address of the meeting (`joining.py`)."""
    events = (event for one in occasions for event in events_of(one, with_link=one.pk in joinable))
    return as_calendar(name, events, method)


def events_of(occasion: Occasion, *, with_link: bool) -> list[CalendarEvent]:
    """In the site's first language, wherever they are read: one calendar, one wording."""
    days = days_for_calendars(occasion)
    standing = [day.number for day in days if not day.is_called_off]
    is_cancelled = occasion.state == OccasionState.CANCELLED
    link = occasion.link if with_link else ""
    with override(settings.LANGUAGE_CODE):
        at_a_distance = (link or _("At a distance")) if occasion.link else ""
        description = _("Why it was cancelled: %(why)s") % {"why": occasion.cancelled_because}
        return [
            CalendarEvent(
                uid=f"{occasion.uid}-{day.number}@handslag",
                sequence=occasion.sequence,
                summary=_title(occasion, day.number, standing),
                starts_at=day.starts_at,
                ends_at=day.ends_at,
                changed_at=occasion.changed_at,
                is_cancelled=is_cancelled or day.is_called_off,
                place=occasion.place or at_a_distance,
                url=address_of(occasion),
                description=description if occasion.cancelled_because else link,
            )
            for day in days
        ]


def address_of(occasion: Occasion) -> str:
    """Whatever host and language was asked: what is handed out leads to us."""
    with override(settings.LANGUAGE_CODE):
        path = reverse("training:occasion", args=[occasion.pk])
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def _title(occasion: Occasion, number: int, standing: list[int]) -> str:
    if number not in standing or len(standing) == 1:
        return occasion.course.title
    return _("%(title)s (day %(number)d of %(all)d)") % {
        "title": occasion.course.title,
        "number": standing.index(number) + 1,
        "all": len(standing),
    }
