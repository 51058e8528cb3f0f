"""What a file would do, row by row."""

from dataclasses import dataclass, field
from typing import Any

from contacts.exchange.columns import TITLES, Column
from contacts.exchange.known import Place
from handslag.spreadsheets import checked


@dataclass(kw_only=True)
class CheckedRow(checked.CheckedRow[Column]):
    """`organisation` and `function` are the filled cells as the models want them; an empty cell changes nothing."""

    titles = TITLES

    place: Place
    organisation: dict[str, Any] = field(default_factory=dict)
    former_names: list[str] = field(default_factory=list)
    parent: str = ""
    function: dict[str, Any] | None = None


type Plan = checked.Plan[CheckedRow]
