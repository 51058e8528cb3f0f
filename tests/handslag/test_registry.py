"""Registries: names once, order kept."""

from dataclasses import dataclass

import pytest

from handslag.registry import Registry


@dataclass(frozen=True)
class Thing:
    name: str
    order: int = 100


def test_registry__orders_by_order_then_name() -> None:
    things = Registry[Thing]("Thing")
    for thing in (Thing("b"), Thing("last", order=900), Thing("a"), Thing("first", order=1)):
        things.register(thing)
    assert [thing.name for thing in things] == ["first", "a", "b", "last"]


def test_registry__refuses_a_name_twice() -> None:
    things = Registry[Thing]("Thing")
    things.register(Thing("a"))
    with pytest.raises(ValueError, match="Thing 'a' is registered twice"):
        things.register(Thing("a", order=1))


def test_registry__forgets_what_is_unregistered() -> None:
    things = Registry[Thing]("Thing")
    things.register(Thing("a"))
    things.unregister("a")
    assert "a" not in things
    assert len(things) == 0
