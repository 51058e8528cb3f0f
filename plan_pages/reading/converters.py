"""Parts of addresses."""

import datetime

from plan_pages.editions.numbers import PATTERN, EditionNumber, parse_number


class NumberConverter:
    """2 or 2.1"""

    regex = PATTERN

    def to_python(self, value: str) -> EditionNumber:
        return parse_number(value)

    def to_url(self, value: EditionNumber | str) -> str:
        return str(value)


class DayConverter:
    """2025-03-01; a day that no calendar has is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> datetime.date:
        return datetime.date.fromisoformat(value)

    def to_url(self, value: datetime.date | str) -> str:
        return str(value)
