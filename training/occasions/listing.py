"""What the catalogue shows: occasions ahead, the next one first, then courses without one; or a month, day by day."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.catalogue.course_page import CoursePage
from training.catalogue.languages import readable_courses
from training.occasions.day import OccasionDay
from training.occasions.filters import MONTH_VIEW, CatalogueFilter
from training.occasions.finding import ahead, days_in, matching, without_dates
from training.occasions.months import Month, as_text, bounds, in_words, later, months_ahead
from training.occasions.occasion import Occasion
from training.occasions.rows import OccasionRow, course_rows, day_row, occasion_rows, with_days
from training.occasions.rules import may_organise

PER_PAGE = 20
# A month is read as a whole; more than this is paged all the same.
PER_MONTH = 60


@dataclass(frozen=True)
class MonthDay:
    day: datetime.date
    rows: list[OccasionRow]


def list_context(request: HttpRequest, page: Any) -> dict[str, Any]:
    """For the catalogue's page; `page` is not asked for anything."""
    form = CatalogueFilter(request.GET)
    chosen = form.chosen
    courses = matching(readable_courses(request.user), chosen)
    if form.is_month_view:
        listed = _month(request, form, courses)
    else:
        listed = _list(request, form, courses)
    return {
        "form": form,
        "chips": [{"label": form.in_words(name), "href": _query(request, **{name: None})} for name in chosen],
        "is_filtered": bool(chosen),
        "here": request.path,
        "is_month_view": form.is_month_view,
        "other_view": _query(request, vy=None if form.is_month_view else MONTH_VIEW),
        "organises": may_organise(request.user),
        **listed,
    }


class _OneAfterTheOther(Sequence[Any]):
    """The occasions, then the courses without one: one list to page through, of which only a page is read."""

    def __init__(self, occasions: "QuerySet[Occasion]", courses: list[CoursePage]) -> None:
        self.occasions, self.courses = occasions, courses
        self.number = occasions.count()

    def __len__(self) -> int:
        return self.number + len(self.courses)

    def __getitem__(self, index: Any) -> Any:
        start, stop = index.start or 0, index.stop
        occasions = list(with_days(self.occasions[start:stop])) if start < self.number else []
        rest = self.courses[max(0, start - self.number) : max(0, stop - self.number)]
        return [*occasions, *rest]


def _list(request: HttpRequest, form: CatalogueFilter, courses: dict[int, CoursePage]) -> dict[str, Any]:
    occasions = ahead(courses, form.chosen, form.month)
    # Whoever asks for a month or for free places asks for dates.
    undated = [] if {"manad", "lediga"} & form.chosen.keys() else without_dates(courses)
    everything = _OneAfterTheOther(occasions, undated)
    listed = Paginator(everything, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(listed.object_list)
    return {
        "listed": listed,
        "rows": occasion_rows((one for one in shown if isinstance(one, Occasion)), courses),
        "undated": course_rows((one for one in shown if isinstance(one, CoursePage)), request),
        "result": _result(everything.number, len(undated)),
    }


def _month(request: HttpRequest, form: CatalogueFilter, courses: dict[int, CoursePage]) -> dict[str, Any]:
    known = months_ahead()
    month = form.month or known[0]
    found = ahead(courses, form.chosen, None)
    days = days_in(month).filter(occasion__in=found).order_by("starts_at", "occasion_id")
    listed = Paginator(days.select_related("occasion"), PER_MONTH).get_page(request.GET.get("page"))
    number = listed.paginator.count
    before, after = later(month, -1), later(month, 1)
    return {
        "listed": listed,
        "month_days": _by_day(listed.object_list, courses, month),
        "month_name": in_words(month),
        "before": _step(request, before) if before in known else None,
        "after": _step(request, after) if after in known else None,
        "result": ngettext("%(number)d day of training", "%(number)d days of training", number)
        % {"number": number},
    }


def _by_day(days: Iterable[OccasionDay], courses: dict[int, CoursePage], month: Month) -> list[MonthDay]:
    """One that began the evening before the month stands on the month's first day."""
    first = _local_day(bounds(month)[0])
    return [
        MonthDay(day, [day_row(one, courses) for one in of_day])
        for day, of_day in groupby(days, key=lambda one: max(first, _local_day(one.starts_at)))
    ]


def _local_day(moment: datetime.datetime) -> datetime.date:
    return timezone.localtime(moment).date()


def _step(request: HttpRequest, month: Month) -> dict[str, str]:
    return {"title": in_words(month), "url": _query(request, manad=as_text(month))}


def _result(occasions: int, courses: int) -> str:
    found = ngettext("%(number)d occasion", "%(number)d occasions", occasions) % {"number": occasions}
    if not courses:
        return found
    more = ngettext("%(number)d course without a date", "%(number)d courses without a date", courses)
    return _("%(occasions)s and %(courses)s") % {
        "occasions": found,
        "courses": more % {"number": courses},
    }


def _query(request: HttpRequest, **changed: str | None) -> str:
    """This address with other filters, from its first page."""
    query = request.GET.copy()
    for name, value in {**changed, "page": None}.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}" if query else request.path
