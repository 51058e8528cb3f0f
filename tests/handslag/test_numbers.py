"""What somebody sent as the number of a row."""

import pytest

from handslag.forms.numbers import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("17", 17), ("9" * 18, 10**18 - 1), ("9" * 19, None), ("9" * 5000, None), ("", None), ("-1", None),
        ("1.0", None), (" 1", None), ("1_000", None), ("²", None), ("٣", None), ("x", None),
    ],
)  # fmt: skip
def test_number__is_one_that_a_row_can_have(text: str, number: int | None) -> None:
    assert number_in(text) == number
