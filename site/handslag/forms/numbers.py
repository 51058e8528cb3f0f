"""The number of a row as somebody sent it."""

# All numbers of so many digits fit into a column of the database.
MOST_DIGITS = 18


def number_in(text: str) -> int | None:
    """None where it can be no row's: `int` refuses thousands of digits with an error, and databases those of twenty."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None
