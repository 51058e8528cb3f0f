"""What a list of courses would do, row by row."""

from dataclasses import dataclass, field
from typing import Any

from handslag.spreadsheets import checked
from training.exchange.columns import TITLES, Column


@dataclass(kw_only=True)
class CheckedRow(checked.CheckedRow[Column]):
    """`course` and `occasion` are the filled cells as the models want them; an empty cell changes nothing."""

    titles = TITLES

    key: str
    course: dict[str, Any] = field(default_factory=dict)
    occasion: dict[str, Any] | None = None


type Plan = checked.Plan[CheckedRow]
