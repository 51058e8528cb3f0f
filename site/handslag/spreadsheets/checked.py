"""What a file would do, row by row, before anything is saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class CellError[Column]:
    """`title` is what the column is called."""

    row: int
    column: Column
    title: str | Promise
    text: str | Promise

    def __str__(self) -> str:
        return _("Row %(row)d, %(column)s: %(text)s") % {
            "row": self.row,
            "column": self.title,
            "text": self.text,
        }


class Checked[Column](Protocol):
    """`outcome` in words; where there are errors nothing happens with the row."""

    number: int
    title: str
    outcome: str
    errors: list[CellError[Column]]


@dataclass
class Plan[Row: Checked]:
    rows: Sequence[Row] = field(default_factory=list)

    @property
    def good(self) -> list[Row]:
        return [row for row in self.rows if not row.errors]

    @property
    def bad(self) -> list[Row]:
        return [row for row in self.rows if row.errors]

    @property
    def errors(self) -> list[CellError]:
        return [error for row in self.rows for error in row.errors]
