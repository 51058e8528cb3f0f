"""What a file would do, row by row."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from contacts.exchange.columns import TITLES, Column
from contacts.exchange.known import Place


@dataclass(frozen=True)
class CellError:
    row: int
    column: Column
    text: str | Promise

    def __str__(self) -> str:
        return _("Row %(row)d, %(column)s: %(text)s") % {
            "row": self.row,
            "column": TITLES[self.column],
            "text": self.text,
        }


@dataclass
class CheckedRow:
    """`organisation` and `function` are the filled cells as the models want them; an empty cell changes nothing."""

    number: int
    title: str
    place: Place
    organisation: dict[str, Any] = field(default_factory=dict)
    former_names: list[str] = field(default_factory=list)
    parent: str = ""
    function: dict[str, Any] | None = None
    outcome: str = ""
    errors: list[CellError] = field(default_factory=list)

    def wrong(self, column: Column, text: str | Promise) -> None:
        self.errors.append(CellError(self.number, column, text))


@dataclass
class Plan:
    rows: list[CheckedRow]

    @property
    def good(self) -> list[CheckedRow]:
        return [row for row in self.rows if not row.errors]

    @property
    def bad(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.errors]

    @property
    def errors(self) -> list[CellError]:
        return [error for row in self.rows for error in row.errors]
