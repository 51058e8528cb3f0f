"""The addresses of the plan, as readers use them."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client

from handslag import clock
from plan_pages.documents import Validity
from plan_pages.editions.kinds import EditionKind
from plan_pages.pages.action_plan import ActionPlanPage
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

FIRST = "/handlingsplan/utgavor/1/"
SECOND = "/handlingsplan/utgavor/2/"


def reader(**fields: Any) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=["staff"], **fields))
    return client


def text_of(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, f"{path}: {response.status_code}"
    return re.sub(r"\s+", " ", response.content.decode())


def two_editions() -> ActionPlanPage:
    """Two editions: the first from 2024, the second from 2025; correction 1.1 came in March 2024."""
    make_site()
    page = plans.plan_page()
    with clock.set_to(datetime.date(2024, 1, 1)):
        plans.adopt(page)
    first = plans.document()
    section = first.sections[0]
    fact = section.facts[0].model_copy(update={"value": "010-000 00 01"})
    corrected = section.model_copy(update={"facts": (fact,)})
    text = first.model_copy(update={"sections": (corrected, *first.sections[1:])})
    with clock.set_to(datetime.date(2024, 3, 1)):
        plans.adopt(page, text, kind=EditionKind.CORRECTION, corrects=1, decisions=(), reason="Fel nummer.")
    with clock.set_to(datetime.date(2024, 12, 1)):
        plans.adopt(
            page,
            plans.document(4, title="Ny plan"),
            decisions=(plans.decision(paragraph="99", in_effect_from=datetime.date(2025, 1, 1)),),
        )
    return page


decided = once(two_editions)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


def test_in_force__is_the_newest_in_effect_with_its_head(page: ActionPlanPage) -> None:
    text = text_of(reader(), "/handlingsplan/")
    assert "<h1>Ny plan</h1>" in text
    assert "Utgåva 2" in text and "§ 99" in text and "KS 2023/112" in text
    assert "Om avsnitt 4" in text and "Kommunen ska hålla löfte 1 i avsnitt 4." in text


def test_in_force__the_draft_and_the_page_say_nothing(page: ActionPlanPage) -> None:
    plans.draft(page, plans.document(2, title="Hemligt utkast"))
    client = reader()
    assert "Hemligt utkast" not in text_of(client, "/handlingsplan/")
    answer = client.get("/plan-arbetsyta/")
    assert answer.status_code == 404, "a workbench is never live, so it has no address of its own"


@pytest.mark.parametrize(
    ("day", "heading", "label"),
    [
        ("2024-02-01", "Handlingsplan mot våldsbejakande extremism", "Utgåva 1"),
        ("2024-03-01", "Handlingsplan mot våldsbejakande extremism", "rättelse 1.1"),
        ("2024-12-31", "Handlingsplan mot våldsbejakande extremism", "rättelse 1.1"),
        ("2025-01-01", "Ny plan", "Utgåva 2"),
    ],
)
def test_as_of_a_day__is_what_held_then(page: ActionPlanPage, day: str, heading: str, label: str) -> None:
    text = text_of(reader(), f"/handlingsplan/den/{day}/")
    assert f"<h1>{heading}</h1>" in text and label in text and "Det här gällde den" in text


@pytest.mark.parametrize(
    "path", ["den/2024-02-30/", "den/igar/", "utgavor/9/", "utgavor/0/", "jamfor/1/9/", "utgavor/1.0/"]
)
def test_addresses_of_nothing__are_not_found(page: ActionPlanPage, path: str) -> None:
    assert reader().get(f"/handlingsplan/{path}").status_code == 404


def test_day_before_the_first__says_that_none_was_in_force(page: ActionPlanPage) -> None:
    text = text_of(reader(), "/handlingsplan/den/2020-01-01/")
    assert "Ingen utgåva av planen gällde den 1 januari 2020." in text and FIRST in text


def test_old_edition__says_first_that_it_is_not_in_force(page: ActionPlanPage) -> None:
    text = text_of(reader(), FIRST)
    assert "Gäller inte längre" in text and "Läs utgåvan som gäller" in text
    assert text.index("tidigare utgåva") < text.index("Om avsnitt 1")


def test_decided_and_not_yet_in_effect__says_from_when(page: ActionPlanPage) -> None:
    with clock.set_to(datetime.date(2024, 12, 15)):
        assert "gäller från 1 januari 2025" in text_of(reader(), SECOND)
        assert "rättelse 1.1" in text_of(reader(), "/handlingsplan/")


def test_passed_end_date__is_shown_and_the_plan_stays(page: ActionPlanPage) -> None:
    ends = plans.document(valid=Validity(first=None, last=datetime.date(2025, 6, 30)))
    plans.adopt(page, ends, decisions=(plans.decision(in_effect_from=datetime.date(2025, 2, 1)),))
    with clock.set_to(datetime.date(2025, 6, 30)):
        assert "Planens egen tid är ute" not in text_of(reader(), "/handlingsplan/")
    with clock.set_to(datetime.date(2025, 7, 1)):
        assert "till och med 30 juni 2025" in text_of(reader(), "/handlingsplan/")


def test_repeal__leaves_none_in_force_and_never_an_older_one(page: ActionPlanPage) -> None:
    repeal = plans.decision(paragraph="7", in_effect_from=datetime.date(2026, 1, 1))
    plans.adopt(
        page, kind=EditionKind.REPEAL, revision=None, decisions=(repeal,), reason="Ersatt av länets plan."
    )
    with clock.set_to(datetime.date(2026, 2, 1)):
        text = text_of(reader(), "/handlingsplan/")
    assert "Ingen utgåva av planen gäller i dag." in text and "Ersatt av länets plan." in text
    assert text_of(reader(), "/handlingsplan/utgavor/3/")
    assert "Ny plan" in text_of(reader(), "/handlingsplan/den/2025-12-31/")


def test_changes_since__are_marked_where_they_stand(page: ActionPlanPage) -> None:
    text = text_of(reader(), f"{SECOND}?sedan=1")
    assert "chip--new" in text and "Dölj ändringar" in text
    assert "chip--new" not in text_of(reader(), SECOND)
    for number in ("77", "9" * 5000, "1." + "9" * 5000):
        plain = text_of(reader(), f"{SECOND}?sedan={number}")
        assert "chip--new" not in plain, "a number of nothing shows the plain text"


def test_compare__any_two_and_a_form_that_leads_there(page: ActionPlanPage) -> None:
    client = reader()
    assert "1 nytt avsnitt" in text_of(client, "/handlingsplan/jamfor/1/2/")
    assert "1 borttaget avsnitt" in text_of(client, "/handlingsplan/jamfor/2/1/")
    assert (
        client.get("/handlingsplan/jamfor/?fran=1.1&till=2").headers["Location"]
        == "/handlingsplan/jamfor/1.1/2/"
    )
    assert client.get("/handlingsplan/jamfor/").headers["Location"] == "/handlingsplan/jamfor/1.1/2/"
    assert client.get("/handlingsplan/jamfor/?fran=x&till=2").status_code == 404


def test_responsibilities__are_gathered_by_function(page: ActionPlanPage) -> None:
    text = text_of(reader(), "/handlingsplan/ansvar/")
    assert text.count("<h2") == 1 and "Säkerhetschef" in text and "kommunstyrelsen" in text
    assert text.count("/handlingsplan/#atagande-") == 8


def test_editions__list_all_with_what_was_decided(page: ActionPlanPage) -> None:
    text = text_of(reader(), "/handlingsplan/utgavor/")
    assert text.index("Utgåva 2") < text.index("rättelse 1.1") < text.index(">Utgåva 1<")
    assert "Fel nummer." in text and "Kommunfullmäktige 2024-01-01, § 41" in text


def test_english_readers__are_told_that_the_swedish_text_applies(page: ActionPlanPage) -> None:
    text = text_of(reader(), "/en/handlingsplan/")
    assert "The plan was decided in Swedish; that text applies." in text and 'lang="sv"' in text
    assert "Edition 2" in text and "In force since" in text


def test_menu__has_the_plan_first_and_never_the_workbench(page: ActionPlanPage) -> None:
    ActionPlanPage.objects.update(live=True, show_in_menus=True, title="Arbetsytans egen titel")
    text = text_of(reader(), "/")
    assert "Arbetsytans egen titel" not in text
    menu = text[text.index('class="main-navigation"') :]
    assert re.search(r'href="([^"]+)"', menu)[1] == "/handlingsplan/"  # type: ignore[index]  # it is there
