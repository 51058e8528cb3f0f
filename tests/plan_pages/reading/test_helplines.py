"""Beside the plan's sealed numbers: what the register of helplines says today."""

import datetime
import html

import pytest
from django.core.cache import cache
from django.test import Client

from contacts.helplines.helpline import FormerHelpline, Helpline
from contacts.helplines.particulars import fingerprint
from contacts.helplines.verifying import verify
from handslag import clock
from plan_pages.correcting.correction.models import CorrectedFact
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


@pytest.mark.parametrize("road", ["name and number", "name first", "number first", "only these fields"])
def test_plan__still_finds_a_line_that_was_renamed(road: str) -> None:
    line = verified(DAY, name="Stödtelefonen", number=SEALED)
    match road:
        case "name and number":
            line.name, line.number = "Orostelefonen", NEW
            line.save()
        case "only these fields":
            line.name, line.number = "Orostelefonen", NEW
            line.save(update_fields=["name", "number"])
        case _:
            for field in ("name", "number") if road == "name first" else ("number", "name"):
                setattr(line, field, {"name": "Orostelefonen", "number": NEW}[field])
                line.save()
    assert "warning" in beside(read())
    with clock.set_to(DAY):
        verify(line.pk, UserFactory(), fingerprint(line))
    assert 'href="tel:0846500461"' in beside(read())
    assert SEALED not in Client().get("/information/stodlinjer/").content.decode()
    # Who bears the name today comes before who once did.
    verified(DAY, name="Stödtelefonen", number=SEALED)
    assert "success" in beside(read())


def test_line__remembers_nothing_where_neither_name_nor_number_changed() -> None:
    line = verified(DAY)
    line.hours = "Aldrig"
    line.save()
    assert not FormerHelpline.objects.exists()


def test_correction__opens_with_the_number_that_holds_today() -> None:
    verified(DAY, name="Stödtelefonen", number=NEW)
    client = Client()
    client.force_login(UserFactory(roles=["staff", "editor"]))
    with clock.set_to(DAY):
        said = beside(client.get(PLAN).content.decode())
        address = html.unescape(said.partition('href="/handlingsplan/ratta/')[2].partition('"')[0])
        path, _hash, field = f"/handlingsplan/ratta/{address}".partition("#")
        page = client.get(path).content.decode()
        assert f'id="{field}"' in page and f'value="{NEW}"' in page and SEALED in page
        # Without the fact in its address the form shows what is sealed.
        assert f'value="{SEALED}"' in client.get("/handlingsplan/ratta/?utgava=1").content.decode()
        form = client.get(path).context["form"]
        sent = {bound.html_name: bound.value() or "" for bound in form} | {"reason": "Nytt nummer."}
        assert client.post(path, sent).status_code == 302
        assert CorrectedFact.objects.get().value == NEW


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
