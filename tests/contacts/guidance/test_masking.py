"""No hidden figure can be computed from the shown ones: tried against every table there could have been."""

import functools
from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contacts.guidance.kinds import Situation
from contacts.guidance.statistics.counting import SETTLED, WAITING, WHOLE, Asked, Counts, count, quarter_of
from contacts.guidance.statistics.masking import Figure, hidden
from handslag.places.sizes import LEAST

type Table = tuple[tuple[int, ...], ...]
LARGEST = 7


def figures_of(table: Table) -> dict[str, Figure]:
    """Cells, the totals of rows and columns, and the whole."""
    found = {"all": Figure("end", "begin", sum(map(sum, table)), is_total=True)}
    for row, cells in enumerate(table):
        found[f"row {row}"] = Figure("begin", f"row {row}", sum(cells), is_total=True)
        for column, value in enumerate(cells):
            found[f"{row},{column}"] = Figure(f"row {row}", f"column {column}", value)
    for column in range(len(table[0])):
        total = sum(cells[column] for cells in table)
        found[f"column {column}"] = Figure(f"column {column}", "end", total, is_total=True)
    return found


@functools.cache
def tables_like(rows: int, columns: int) -> tuple[dict[str, int], ...]:
    """The figures of all tables of this form, up to where a small figure has been moved past the limit."""
    all_cells = product(range(LARGEST + LEAST + 1), repeat=rows * columns)
    tables = (tuple(cells[at : at + columns] for at in range(0, len(cells), columns)) for cells in all_cells)
    return tuple({name: figure.value for name, figure in figures_of(table).items()} for table in tables)


def values_possible(table: Table, hide: Iterable[str]) -> dict[str, set[int]]:
    """What each hidden figure could be, for somebody who sees the others."""
    hide = set(hide)
    shown = {name: figure.value for name, figure in figures_of(table).items() if name not in hide}
    possible: dict[str, set[int]] = {name: set() for name in hide}
    for values in tables_like(len(table), len(table[0])):
        if all(values[name] == value for name, value in shown.items()):
            for name in hide:
                possible[name].add(values[name])
    return possible


def tables(rows: int, columns: int) -> st.SearchStrategy[Table]:
    cells = st.sampled_from([0, 1, 4, 5, 6, LARGEST])
    return st.tuples(*[st.tuples(*[cells] * columns)] * rows)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.one_of(tables(2, 2), tables(1, 3), tables(3, 1)))
@example(((5, 0), (5, 5)))
@example(((7, 4), (7, 7)))
@example(((0, 0), (7, 1)))
@example(((4, 1), (4, 6)))
def test_hidden__no_figure_can_be_computed_nor_is_shown_to_be_small(table: Table) -> None:
    for name, values in values_possible(table, hidden(figures_of(table))).items():
        assert len(values) > 1 and max(values) >= LEAST, (name, values)


@settings(max_examples=200, deadline=None)
@given(tables(3, 4))
def test_hidden__every_small_figure_is_and_no_sum_lacks_just_one(table: Table) -> None:
    figures = figures_of(table)
    hide = hidden(figures)
    assert {name for name, figure in figures.items() if figure.value < LEAST} <= hide
    for node in {figure.tail for figure in figures.values()}:
        in_sum = [name for name, figure in figures.items() if node in (figure.tail, figure.head)]
        assert len(hide.intersection(in_sum)) != 1


@pytest.mark.parametrize("table", [((7, 9), (12, 5)), ((5,),)])
def test_hidden__nothing_where_nothing_is_small(table: Table) -> None:
    assert not hidden(figures_of(table))


@pytest.mark.parametrize(
    ("table", "number"),
    [
        (((9, 2, 8), (9, 8, 7), (6, 8, 9)), 4),
        # One square does for both.
        (((9, 2, 8), (9, 8, 7), (6, 9, 3)), 4),
        (((9, 2, 8), (9, 8, 7), (6, 3, 9)), 4),
        # Zeros are small too, and need room themselves.
        (((0, 2, 0), (9, 8, 7), (6, 9, 9)), 8),
    ],
)
def test_hidden__is_as_little_as_it_takes(table: Table, number: int) -> None:
    assert len(hidden(figures_of(table))) == number


def test_hidden__totals_stay_where_cells_can_do_it() -> None:
    hide = hidden(figures_of(((9, 2, 8), (9, 8, 7), (6, 3, 9))))
    assert hide and not {name for name in hide if "," not in name}


@settings(max_examples=50, deadline=None)
@given(tables(3, 4))
def test_hidden__is_the_same_in_whatever_order_the_figures_come(table: Table) -> None:
    figures = figures_of(table)
    assert hidden(figures) == hidden(dict(reversed(figures.items())))


def requests(numbers: Iterable[tuple[int, str, int, int, bool]]) -> list[Asked]:
    return [
        Asked(place, situation, month, waits, number) for place, situation, month, number, waits in numbers
    ]


drawn = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(Situation.values[:3]),
        st.integers(1, 12),
        st.integers(1, 9),
        st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(drawn, st.integers(1, 12))
def test_count__no_sum_over_the_tables_lacks_just_one_of_what_has_begun(
    numbers: list[tuple[int, str, int, int, bool]], month: int
) -> None:
    """Coming months hide nothing: everybody knows them. `month`: in which it is read."""
    asked = [one for one in requests(numbers) if one.month <= month]
    counts = count(asked, (0, 1, 2), tuple(range(1, month + 1)))
    assert all(value is None or value >= LEAST for value in counts.shown.values())
    for parts in sums(counts):
        assert sum(value is None for value in parts) != 1, parts


def test_count__hides_nothing_where_each_month_that_has_begun_has_many() -> None:
    months = (1, 2, 3, 4)
    asked = [Asked(1, kind, month, month == 4, 9) for kind in Situation.values for month in months]
    assert not count(asked, (1,), months).hides_something


def sums(counts: Counts) -> Iterator[list[int | None]]:
    """Each total with its parts, as the page shows them."""
    kinds = Situation.values
    yield [counts.get(WHOLE), counts.get(WAITING), counts.get(SETTLED)]
    yield [counts.get(WHOLE), *(counts.get("place", place) for place in counts.places)]
    yield [counts.get(WHOLE), *(counts.get("situation", kind) for kind in kinds)]
    yield [counts.get(WHOLE), *(counts.get("quarter", quarter) for quarter in counts.quarters)]
    for place in counts.places:
        yield [counts.get("place", place), *(counts.get("place", place, kind) for kind in kinds)]
    for kind in kinds:
        yield [counts.get("situation", kind), *(counts.get("place", place, kind) for place in counts.places)]
        yield [
            counts.get("situation", kind),
            *(counts.get("situation", kind, quarter) for quarter in counts.quarters),
        ]
    for quarter in counts.quarters:
        yield [counts.get("quarter", quarter), *(counts.get("situation", kind, quarter) for kind in kinds)]
        months = [month for month in counts.months if quarter_of(month) == quarter]
        yield [counts.get("quarter", quarter), *(counts.get("month", month) for month in months)]
