"""The figures as tables, for the page and for the files: the files hold what the page shows."""

from typing import Any

from django.utils.translation import gettext as _

from handslag.spreadsheets.writing import Cell
from training.competence.covering import Figures, UnitFigures
from training.competence.kinds import Coverage

# What stands for a hidden figure.
HIDDEN = "–"


def headings() -> list[Cell]:
    return [
        _("Unit"),
        _("Part of"),
        _("People"),
        _("Knowledge, people"),
        _("Knowledge, %"),
        _("Conversation method, people"),
        _("Conversation method, %"),
        _("Both, people"),
        _("Where the unit stands"),
    ]


def lines(rows: list[UnitFigures]) -> list[list[Cell]]:
    return [headings(), *(line(row) for row in rows)]


def line(row: UnitFigures) -> list[Cell]:
    name = str(row.unit) if row.unit else _("All units")
    above = str(row.unit.parent or row.unit.municipality) if row.unit else ""
    if row.figures is None:
        return [name, above, *[HIDDEN] * 6, _("not shown")]
    return [name, above, *_numbers(row.figures), str(row.figures.coverage.label)]


def table(rows: list[UnitFigures]) -> dict[str, Any]:
    """For the component."""
    titles = headings()
    return {
        "headers": [{"title": title, "numeric": 2 <= place <= 7} for place, title in enumerate(titles)],
        "rows": [
            [
                f"{'– ' * row.level}{name}",
                above,
                *({"text": str(one), "numeric": True} for one in numbers),
                stands,
            ]
            for row in rows
            for name, above, *numbers, stands in [line(row)]
        ],
    }


def tally(rows: list[UnitFigures]) -> dict[str, int]:
    """How many units stand where, those that are shown."""
    found = dict.fromkeys(Coverage.values, 0)
    for row in rows:
        if row.unit is not None and row.figures is not None:
            found[row.figures.coverage] += 1
    return found


def _numbers(figures: Figures) -> list[Cell]:
    return [
        figures.people,
        figures.knowledge,
        figures.share(figures.knowledge),
        figures.method,
        figures.share(figures.method),
        figures.both,
    ]
