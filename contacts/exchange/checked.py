"""What a file would do, row by row."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from contacts.exchange.columns import TITLES, Column
from contacts.exchange.known import Place
from handslag.spreadsheets.checked import CellError
from handslag.spreadsheets.checked import Plan as FilePlan


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
    errors: list[CellError[Column]] = field(default_factory=list)

    def wrong(self, column: Column, text: str | Promise) -> None:
        self.errors.append(CellError(self.number, column, TITLES[column], text))


type Plan = FilePlan[CheckedRow]
