"""Dates as people say them, by Handslag's own clock."""

import datetime

import pytest
from django.utils import translation

from handslag import clock
from handslag.templatetags.handslag_dates import distance_in_words, in_words, today

TODAY = datetime.date(2026, 3, 10)


@pytest.mark.parametrize(("language", "expected"), [("en", "3 April 2026"), ("sv", "3 april 2026")])
def test_in_words__month_is_a_word(language: str, expected: str) -> None:
    with translation.override(language):
        assert in_words(datetime.date(2026, 4, 3)) == expected


def test_in_words__moment_counts_by_the_local_day() -> None:
    with translation.override("en"):
        assert in_words(datetime.datetime(2026, 4, 3, 22, 30, tzinfo=datetime.UTC)) == "4 April 2026"


def test_in_words__nothing_for_no_date() -> None:
    assert in_words(None) == ""


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (-143, "143 days ago"), (2, "in 2 days")],
)
def test_distance_in_words__counts_from_the_clock(days: int, expected: str) -> None:
    with translation.override("en"), clock.set_to(TODAY):
        assert distance_in_words(TODAY + datetime.timedelta(days=days)) == expected


def test_today__is_the_day_of_the_clock() -> None:
    with clock.set_to(TODAY):
        assert today() == TODAY
