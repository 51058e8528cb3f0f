"""The masked figures as tables, for the page and for the files: the files hold what the page shows."""

from dataclasses import dataclass
from typing import Any

from django.utils.dates import MONTHS as MONTH_NAMES
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from contacts.guidance.kinds import Situation
from contacts.guidance.statistics.counting import NO_PLACE, WAITING, WHOLE
from contacts.guidance.statistics.reading import Year

# What stands for a hidden figure.
HIDDEN = "–"

type Cell = str | int | Promise


@dataclass(frozen=True)
class Table:
    id: str
    caption: str
    headers: list[dict[str, str | bool]]
    # Words, or what the table component takes for a figure.
    rows: list[list[Any]]

    @property
    def plain_rows(self) -> list[list[Cell]]:
        return [[cell["text"] if isinstance(cell, dict) else cell for cell in row] for row in self.rows]


def tables_of(year: Year) -> list[Table]:
    return [_by_quarter(year), _by_place(year), _by_month(year)]


def waiting_of(year: Year) -> str:
    """How many wait for their first answer, hidden as all others."""
    value = year.counts.get(WAITING)
    return HIDDEN if value is None else str(value)


def _by_quarter(year: Year) -> Table:
    titles = [_("Quarter %(number)d") % {"number": quarter} for quarter in year.counts.quarters]
    rows = [
        [
            label,
            *(_cell(year, "situation", value, quarter) for quarter in year.counts.quarters),
            _cell(year, "situation", value),
        ]
        for value, label in Situation.choices
    ]
    rows.append(
        [_("All"), *(_cell(year, "quarter", quarter) for quarter in year.counts.quarters), _cell(year, WHOLE)]
    )
    return Table(
        "by-quarter", _("By kind of situation and quarter"), _headers(_("Kind of situation"), titles), rows
    )


def _by_place(year: Year) -> Table:
    titles = [str(label) for _value, label in Situation.choices]
    names = [*year.places.items(), (NO_PLACE, _("no unit stated"))]
    rows = [
        [
            name,
            *(_cell(year, "place", place, value) for value in Situation.values),
            _cell(year, "place", place),
        ]
        for place, name in names
    ]
    rows.append(
        [_("All"), *(_cell(year, "situation", value) for value in Situation.values), _cell(year, WHOLE)]
    )
    return Table(
        "by-place", _("By municipality and kind of situation"), _headers(_("Municipality"), titles), rows
    )


def _by_month(year: Year) -> Table:
    rows = [[MONTH_NAMES[month], _cell(year, "month", month)] for month in year.counts.months]
    return Table(
        "by-month", _("By month"), [{"title": _("Month")}, {"title": _("Requests"), "numeric": True}], rows
    )


def _headers(first: str, titles: list[str]) -> list[dict[str, str | bool]]:
    numeric: list[dict[str, str | bool]] = [
        {"title": title, "numeric": True} for title in [*titles, _("All")]
    ]
    return [{"title": first}, *numeric]


def _cell(year: Year, *name: str | int) -> dict[str, Cell | bool]:
    value = year.counts.get(*name)
    return {"text": HIDDEN if value is None else str(value), "numeric": True}
