"""The list and the yearly count per kind (B-3.4), for the page and for the file."""

from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from handslag.spreadsheets.writing import Cell
from training.experiences.experience import Experience
from training.experiences.kinds import ExperienceKind


def experiences() -> QuerySet[Experience]:
    return Experience.objects.select_related("organisation")


def per_year() -> list[tuple[int, dict[str, int]]]:
    """The newest first; years in which nothing was entered are not there."""
    rows = (
        Experience.objects.order_by()
        .annotate(year=ExtractYear("held_on"))
        .values_list("year", "kind")
        .annotate(number=Count("pk"))
    )
    found: dict[int, dict[str, int]] = {}
    for year, kind, number in rows:
        found.setdefault(year, dict.fromkeys(ExperienceKind.values, 0))[kind] = number
    return sorted(found.items(), reverse=True)


def yearly_table() -> dict[str, Any]:
    """For the component."""
    titles = [_("Year"), *(str(kind.label) for kind in ExperienceKind), _("All")]
    rows = [
        [
            str(year),
            *({"text": str(number), "numeric": True} for number in (*counts.values(), sum(counts.values()))),
        ]
        for year, counts in per_year()
    ]
    headers = [{"title": title, "numeric": place > 0} for place, title in enumerate(titles)]
    return {"headers": headers, "rows": rows}


def lines() -> list[list[Cell]]:
    """What was written, then the count."""
    head: list[Cell] = [
        _("Date"),
        _("Kind"),
        _("What it was about"),
        _("Organisation"),
        _("Place"),
        _("How many took part"),
        _("What we learned"),
        _("What we change"),
    ]
    rows: list[list[Cell]] = [
        [
            one.held_on.isoformat(),
            str(one.get_kind_display()),
            one.subject,
            one.organisation.name if one.organisation else "",
            one.place,
            one.participants,
            one.learned,
            one.changes,
        ]
        for one in experiences()
    ]
    counts: list[list[Cell]] = [[year, *found.values()] for year, found in per_year()]
    titles: list[Cell] = [_("Year"), *(str(kind.label) for kind in ExperienceKind)]
    return [head, *rows, [], titles, *counts]
