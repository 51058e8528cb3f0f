"""What readers see is the edition in force, by every road (design: the seal is in reading)."""

from collections.abc import Callable

import pytest
from django.test import TestCase

from tests.plan_pages.seal import admin_roads, code_roads
from tests.plan_pages.seal import world as worlds
from tests.plan_pages.seal.world import (
    ADDRESSES,
    PLAN_SLUG,
    World,
    assert_no_plan_is_live,
    assert_others_go_on,
    assert_readers_see_the_same,
    assert_verified,
)

decided, world = worlds.decided, worlds.world

pytestmark = pytest.mark.slow

type Road = Callable[[World], None]

ROADS = [pytest.param(road, id=f"admin-{road.__name__}") for road in admin_roads.ROADS]
ROADS += [pytest.param(road, id=f"code-{road.__name__}") for road in code_roads.ROADS]


def test_what_readers_see__is_the_second_edition(world: World) -> None:
    """What is compared below says what it should."""
    statuses = [world.seen[address][0] for address in ADDRESSES]
    assert statuses == [200] * 15 + [404, 404]
    assert "Texten är en annan nu.".encode() in world.seen["/handlingsplan/"][1]
    assert (
        b"L\xc3\xb6fte" in world.seen["/sok/?q=l%C3%B6fte"][1]
        or b"l\xc3\xb6fte" in world.seen["/sok/?q=l%C3%B6fte"][1]
    )


@pytest.mark.parametrize("road", ROADS)
def test_road__changes_nothing_for_readers_and_damages_nothing(world: World, road: Road) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        road(world)
    assert_no_plan_is_live()
    assert_others_go_on(world)
    assert_no_plan_is_live()
    assert_verified()
    assert_readers_see_the_same(world)


def test_row_set_live_past_every_save__changes_nothing_for_readers(world: World) -> None:
    """Below the start page, where menus come from; its own address then leads to the plan, and nothing else differs."""
    own_address = f"/{PLAN_SLUG}/"
    code_roads.move(world)
    code_roads.row_set_live(world)
    assert_readers_see_the_same(world, but=(own_address,))
    assert world.admin(world.reader).get(own_address)["Location"] == "/handlingsplan/"
    assert_verified()
    assert_others_go_on(world)
