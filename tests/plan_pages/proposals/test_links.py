"""The way to propose a change: beneath the text in force, for people with an account, and nowhere else."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from handslag import clock
from handslag.access.audiences import Audience
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.exporting.html_file import edition_as_html
from plan_pages.pages.action_plan import ActionPlanPage
from tests.plan_pages.pdf.reading import words_of
from tests.plan_pages.proposals import proposing
from tests.plan_pages.proposals.proposing import ADDRESS, WHOLE_ADDRESS, signed_in, swedish
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

decided, page = proposing.decided, proposing.page


@pytest.fixture(autouse=True)
def second(page: ActionPlanPage) -> Edition:
    text = plans.document(title="Ny plan")
    return plans.adopt(page, text, decisions=(plans.decision(in_effect_from=datetime.date(2025, 1, 1)),))


def test_each_section_in_force__ends_with_its_own_way() -> None:
    text = signed_in(roads.person()).get("/handlingsplan/").content.decode()
    assert text.count('class="plan-section__propose"') == 3
    for name in ("avsnitt 1", "avsnitt 2", "avsnitt 3"):
        assert f'href="{WHOLE_ADDRESS}{plans.key(name)}/"' in text
    english = signed_in(roads.person()).get("/en/handlingsplan/").content.decode()
    assert f'href="/en{ADDRESS}"' in english or f'href="{ADDRESS}"' in english


@pytest.mark.parametrize(
    "address",
    [
        "/handlingsplan/utgavor/1/",
        "/handlingsplan/den/2024-06-01/",
        "/handlingsplan/jamfor/1/2/",
        "/handlingsplan/ansvar/",
        "/handlingsplan/utgavor/2/?sedan=1",
    ],
)
def test_other_pages__have_none(address: str) -> None:
    client = signed_in(roads.person())
    client.get("/handlingsplan/")
    assert WHOLE_ADDRESS not in client.get(address).content.decode()


def test_strangers__have_none_in_an_open_plan_whoever_read_it_first() -> None:
    EditionSeries.objects.update(audience=Audience.PUBLIC)
    assert WHOLE_ADDRESS in signed_in(roads.person()).get("/handlingsplan/").content.decode()
    assert WHOLE_ADDRESS not in Client().get("/handlingsplan/").content.decode()
    assert WHOLE_ADDRESS in signed_in(roads.person()).get("/handlingsplan/").content.decode()


def test_edition_that_gives_way__loses_them_that_day(page: ActionPlanPage) -> None:
    client = signed_in(roads.person())
    with clock.set_to(datetime.date(2024, 6, 1)):
        assert WHOLE_ADDRESS in client.get("/handlingsplan/").content.decode()
    assert WHOLE_ADDRESS not in client.get("/handlingsplan/utgavor/1/").content.decode()


def test_files_and_previews__have_none(page: ActionPlanPage, second: Edition) -> None:
    words = swedish("Propose a change")
    editor = signed_in(roads.person("editor", is_superuser=True))
    preview = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
    pdf = editor.get("/handlingsplan/utgavor/2.pdf").content
    json = editor.get("/handlingsplan/utgavor/2.json").content.decode()
    for text in (preview, edition_as_html(second), words_of(pdf), json):
        assert "Om avsnitt 1" in text
        assert WHOLE_ADDRESS not in text and words not in text
