"""What a file would do, row by row, before anything is saved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from handslag.privacy.messages import describe
from handslag.privacy.texts import Piece
from handslag.spreadsheets.broken import broken
from handslag.spreadsheets.changes import Change
from handslag.spreadsheets.quoting import unless_personal


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


@dataclass(kw_only=True)
class CheckedRow[Column]:
    """`outcome` in words, `changes` with their values; where there are errors nothing happens with the row."""

    titles: ClassVar[Mapping[Any, str | Promise]]

    number: int
    title: str
    outcome: str = ""
    changes: list[Change] = field(default_factory=list)
    errors: list[CellError[Column]] = field(default_factory=list)
    stopped: set[Column] = field(default_factory=set)

    def stop_personal(self, cells: Mapping[Column, str]) -> None:
        """What no cell may hold; of one that does nothing else is said, for that might repeat it."""
        self.title = unless_personal(self.title)
        for column, cell in cells.items():
            if message := describe([Piece(cell)]):
                self.wrong(column, message)
                self.stopped.add(column)

    def stop_broken(self, cells: Mapping[Column, str], days: Collection[Column] = ()) -> None:
        """What the spreadsheet program made of a cell. `days`: columns where a day is meant."""
        for column, cell in cells.items():
            if (message := broken(cell, column in days)) and column not in self.stopped:
                self.wrong(column, message)
                self.stopped.add(column)

    def wrong(self, column: Column, text: str | Promise) -> None:
        if column not in self.stopped:
            self.errors.append(CellError(self.number, column, self.titles[column], text))

    def take(self, column: Column, cell: str, model: type[Model], name: str, into: dict[str, Any]) -> None:
        """By the model's own rules: lengths, addresses, bounds. What was found wrong with the cell is said once."""
        try:
            into[name] = cast("Field[Any, Any]", model._meta.get_field(name)).clean(cell, None)
        except ValidationError as error:
            if not self.has_error(column):
                self.wrong(column, " ".join(error.messages))

    def has_error(self, column: Column) -> bool:
        return any(one.column == column for one in self.errors)


@dataclass
class Plan[Row: CheckedRow]:
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
