"""Page links keep the filters, and bars never run over their edge."""

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string

from handslag.templatetags.handslag_charts import bar_lengths
from handslag.templatetags.handslag_lists import page_link, page_numbers


def test_page_link__keeps_the_filters_and_replaces_the_page() -> None:
    assert page_link(QueryDict("kind=a&kind=b&page=3"), 4) == "?kind=a&kind=b&page=4"


def test_page_link__escapes_what_the_reader_typed() -> None:
    html = render_to_string(
        "handslag/components/pagination.html",
        {"page": Paginator(range(30), 10).page(1), "query": QueryDict('q="><script>')},
    )
    assert "<script>" not in html


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, [1, 2, None, 20]), (9, [1, None, 8, 9, 10, None, 20]), (20, [1, None, 19, 20])],
)
def test_page_numbers__first_last_and_neighbours(number: int, expected: list[int | None]) -> None:
    assert page_numbers(Paginator(range(200), 10).page(number)) == expected


def test_pagination__is_not_there_for_one_page() -> None:
    html = render_to_string("handslag/components/pagination.html", {"page": Paginator(range(3), 10).page(1)})
    assert html.strip() == ""


@pytest.mark.parametrize(
    ("value", "largest", "percent"),
    [(0, 10, 0), (5, 10, 50), (10, 10, 100), (12, 10, 100), (-1, 10, 0), (3, 0, 0)],
)
def test_bar_lengths__stay_between_nothing_and_the_whole(value: float, largest: float, percent: int) -> None:
    assert bar_lengths([{"label": "x", "value": value}], largest)[0].percent == percent


def test_chart__says_its_finding_and_shows_the_figures_as_a_table() -> None:
    html = render_to_string(
        "handslag/components/chart.html",
        {
            "id": "c",
            "finding": "2 of 3 are kept",
            "unit": "Number",
            "bars": [{"label": "Kept", "value": 2}],
            "largest": 3,
        },
    )
    assert 'role="img" aria-labelledby="c-finding"' in html
    assert '<td class="numeric">2</td>' in html
