"""The clock can be set, and its days are local days."""

import datetime

from handslag import clock


def test_clock__stands_where_it_is_set_and_goes_on_after() -> None:
    with clock.set_to(datetime.date(2031, 5, 1)):
        assert clock.today() == datetime.date(2031, 5, 1)
        with clock.set_to(datetime.date(2032, 1, 1)):
            assert clock.today() == datetime.date(2032, 1, 1)
        assert clock.today() == datetime.date(2031, 5, 1)
    assert abs(clock.now() - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(seconds=5)


def test_clock__turns_the_day_at_local_midnight() -> None:
    """23:30 UTC in summer is the next day in Sweden."""
    with clock.set_to(datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC)):
        assert clock.today() == datetime.date(2026, 7, 1)


def test_clock__takes_a_naive_moment_as_local() -> None:
    with clock.set_to(datetime.datetime(2026, 1, 1, 0, 30)):  # noqa: DTZ001 - the naive case is what is tested
        assert clock.today() == datetime.date(2026, 1, 1)
