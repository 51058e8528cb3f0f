"""Beside the plan's sealed numbers: what the register of helplines says today."""

import datetime

import pytest
from django.core.cache import cache
from django.test import Client

from contacts.helplines.helpline import Helpline
from handslag import clock
from plan_pages.documents import Fact
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.helplines import helpline, verified

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)
SEALED, NEW = "08-465 004 16", "08-465 004 61"
PLAN = "/handlingsplan/"
BESIDE = "plan-facts__beside"


@pytest.fixture(autouse=True)
def plan() -> None:
    cache.clear()
    make_site()
    fact = Fact(id=plans.key("stöd/uppgift"), kind="helpline", label="Stödtelefonen", value=SEALED)
    section = plans.section("stöd").model_copy(update={"facts": (fact,)})
    plans.adopt(plans.plan_page(), plans.document((section,)))


def read(*roles: str, path: str = PLAN, on: datetime.date = DAY) -> str:
    client = Client()
    client.force_login(UserFactory(roles=["staff", *roles]))
    with clock.set_to(on):
        return client.get(path).content.decode()


def beside(page: str) -> str:
    return page.partition(BESIDE)[2].partition("</p>")[0]


def test_plan__says_nothing_where_the_register_knows_no_such_line() -> None:
    verified(DAY, name="En annan linje")
    assert BESIDE not in read()


def test_plan__says_when_the_number_was_checked_where_the_register_agrees() -> None:
    verified(DAY, name="STÖDTELEFONEN", number="+46 8 465 004 16")
    said = beside(read("editor"))
    assert "2 mars 2026" in said and "success" in said
    assert "tel:" not in said and "/ratta/" not in said


def test_plan__says_the_number_that_holds_today_and_keeps_the_sealed_one() -> None:
    verified(DAY, name="stödtelefonen", number=NEW)
    page = read()
    assert BESIDE in page
    assert SEALED in page and 'href="tel:0846500461"' in page and "2 mars 2026" in page


def test_plan__never_shows_a_number_that_nobody_verified() -> None:
    helpline(name="Stödtelefonen", number=NEW)
    page = read()
    assert BESIDE in page and NEW not in page


def test_plan__finds_the_line_by_its_number_too() -> None:
    helpline(name="Den som bytt namn", number=SEALED)
    assert BESIDE in read()


def test_plan__follows_the_register_at_once_and_at_midnight() -> None:
    line = verified(DAY, name="Stödtelefonen", number=SEALED)
    assert "success" in beside(read())
    assert "warning" in beside(read(on=DAY + datetime.timedelta(days=91)))
    Helpline.objects.filter(pk=line.pk).update(ended_on=DAY)
    assert "warning" in beside(read())


@pytest.mark.parametrize(("roles", "may"), [((), False), (("auditor",), False), (("editor",), True)])
def test_plan__leads_those_who_may_to_a_correction(roles: tuple[str, ...], may: bool) -> None:
    verified(DAY, name="Stödtelefonen", number=NEW)
    assert ("/handlingsplan/ratta/?utgava=1" in beside(read(*roles))) is may


def test_plan__an_edition_of_another_day_is_left_alone() -> None:
    verified(DAY, name="Stödtelefonen", number=NEW)
    assert BESIDE not in read(path="/handlingsplan/den/2026-01-01/")
