"""Made-up identity numbers, and the ways people write them. None belongs to a person but by chance."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

# Valid by its checksum, and of nobody: the day of birth is still to come.
NUMBER = "20991231-0019"


def check_digit(nine: str) -> str:
    """Written from the rule, apart from the code under test: double every other, add digits, fill to ten."""
    doubled = "".join(str(int(digit) * 2) if place % 2 == 0 else digit for place, digit in enumerate(nine))
    return str(-sum(map(int, doubled)) % 10)


@dataclass(frozen=True)
class Number:
    """The parts, from which any spelling is made."""

    born: date
    serial: int
    coordination: bool = False

    @property
    def day(self) -> str:
        return f"{self.born.day + (60 if self.coordination else 0):02}"

    @property
    def month(self) -> str:
        return f"{self.born.month:02}"

    @property
    def year(self) -> str:
        return f"{self.born.year:04}"

    @property
    def short_year(self) -> str:
        return self.year[2:]

    @property
    def last(self) -> str:
        nine = f"{self.short_year}{self.month}{self.day}{self.serial:03}"
        return nine[6:] + check_digit(nine)

    @property
    def ten(self) -> str:
        return f"{self.short_year}{self.month}{self.day}{self.last}"

    @property
    def twelve(self) -> str:
        return f"{self.year}{self.month}{self.day}{self.last}"

    @property
    def kind(self) -> str:
        return "coordination_number" if self.coordination else "personal_identity_number"


numbers = st.builds(
    Number,
    born=st.dates(date(1850, 1, 1), date(2026, 11, 1)),
    serial=st.integers(1, 999),
    coordination=st.booleans(),
)

SPELLINGS: dict[str, Callable[[Number], str]] = {
    "ten": lambda n: n.ten,
    "twelve": lambda n: n.twelve,
    "hyphen": lambda n: f"{n.ten[:6]}-{n.last}",
    "plus": lambda n: f"{n.ten[:6]}+{n.last}",
    "twelve_hyphen": lambda n: f"{n.twelve[:8]}-{n.last}",
    "twelve_plus": lambda n: f"{n.twelve[:8]}+{n.last}",
    "space": lambda n: f"{n.ten[:6]} {n.last}",
    "twelve_space": lambda n: f"{n.twelve[:8]} {n.last}",
    "spaced_hyphen": lambda n: f"{n.ten[:6]} - {n.last}",
    "space_before_hyphen": lambda n: f"{n.ten[:6]} -{n.last}",
    "space_after_hyphen": lambda n: f"{n.twelve[:8]}- {n.last}",
    "pairs": lambda n: f"{n.short_year} {n.month} {n.day} {n.last}",
    "pairs_hyphen": lambda n: f"{n.short_year} {n.month} {n.day}-{n.last}",
    "year_pairs": lambda n: f"{n.year} {n.month} {n.day} {n.last}",
    "year_pairs_hyphen": lambda n: f"{n.year} {n.month} {n.day}-{n.last}",
    "dashed_date": lambda n: f"{n.year}-{n.month}-{n.day}-{n.last}",
    "dashed_date_space": lambda n: f"{n.year}-{n.month}-{n.day} {n.last}",
    "short_dashed_date": lambda n: f"{n.short_year}-{n.month}-{n.day}-{n.last}",
    "dotted_date": lambda n: f"{n.year}.{n.month}.{n.day}-{n.last}",
    "slashed_date": lambda n: f"{n.short_year}/{n.month}/{n.day}-{n.last}",
    "century_apart": lambda n: f"{n.year[:2]} {n.ten[:6]}-{n.last}",
    "no_break_space": lambda n: f"{n.ten[:6]}\u00a0{n.last}",
    "narrow_space": lambda n: f"{n.twelve[:8]}\u202f{n.last}",
    "thin_space": lambda n: f"{n.ten[:6]}\u2009{n.last}",
    "en_dash": lambda n: f"{n.ten[:6]}–{n.last}",
    "minus": lambda n: f"{n.twelve[:8]}−{n.last}",
    "no_break_hyphen": lambda n: f"{n.ten[:6]}\u2011{n.last}",
    "full_width": lambda n: "".join(chr(0xFF10 + int(digit)) for digit in n.ten),
    "full_width_hyphen": lambda n: (
        "".join(chr(0xFF10 + int(digit)) for digit in n.ten[:6])
        + "－"
        + "".join(chr(0xFF10 + int(digit)) for digit in n.last)
    ),
    "arabic_indic": lambda n: "".join(chr(0x0660 + int(digit)) for digit in n.twelve),
    "zero_width": lambda n: "\u200b".join(n.ten),
    "soft_hyphen": lambda n: f"{n.twelve[:4]}\u00ad{n.twelve[4:]}",
    "byte_order_mark": lambda n: f"\ufeff{n.ten[:6]}\ufeff-{n.last}",
    "direction_marks": lambda n: f"\u202d{n.ten[:6]}\u200f-{n.last}\u202c",
    "line_break": lambda n: f"{n.ten[:6]}-\n{n.last}",
    "line_break_windows": lambda n: f"{n.twelve[:8]}-\r\n{n.last}",
    "line_break_for_space": lambda n: f"{n.ten[:6]}\n{n.last}",
    "line_break_in_date": lambda n: f"{n.year}-{n.month}-\n{n.day}-{n.last}",
    "line_break_in_digits": lambda n: f"{n.ten[:4]}\n{n.ten[4:6]}-{n.last}",
    "line_break_in_last": lambda n: f"{n.twelve[:8]}-{n.last[:2]}\r\n{n.last[2:]}",
    "tab": lambda n: f"{n.twelve[:8]}\t{n.last}",
    "boxes": lambda n: " ".join(n.ten),
    "file_name": lambda n: f"{n.ten[:6]}_{n.last}",
}
