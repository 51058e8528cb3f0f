"""The list of matters and the way there: what stands on it, for whom, and at what price."""

import datetime
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from handslag import clock
from handslag.access.role_setup import setup_roles
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.authorship import Authorship
from plan_pages.road.matter import Ending, Matter, Stage
from tests.plan_pages.deciding.board import decided_plan, read, sv
from tests.plan_pages.deciding.browsing import signed_in
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

LIST = "/beslut/"
DAY = datetime.date(2026, 3, 2)
MOST = 20


@pytest.fixture
def page() -> ActionPlanPage:
    return decided_plan()


def shown(user: Any, path: str = LIST) -> str:
    answer = signed_in(user).get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", read(answer))


def test_open_matter__since_when_whose_turn_and_what_next(page: ActionPlanPage) -> None:
    roads.person("reviewer", name="Rut Granskare")
    with clock.set_to(DAY):
        matter = roads.submitted(page, roads.person("editor"))
    with clock.set_to(DAY + datetime.timedelta(days=12)):
        text = shown(roads.person("steering_group"))
    assert f'href="/beslut/{matter.pk}/"' in text
    assert "2 mars 2026 (för 12 dagar sedan)" in text
    assert "Rut Granskare" in text and sv("Reviewer") in text and sv("Review the draft") in text
    assert sv("Waits for you") not in text


def test_what_waits_for_the_reader__comes_first(page: ActionPlanPage) -> None:
    roads.submitted(page, roads.person("editor"))
    text = shown(roads.person("reviewer"))
    assert text.index(sv("Waits for you")) < text.index(sv("Review the draft")) < text.index(sv("Under way"))


def test_closed_matters__outcome_day_and_edition(page: ActionPlanPage) -> None:
    editor, reviewer, secretary = (roads.person(role) for role in ("editor", "reviewer", "board_secretary"))
    # Half past midnight here is the day before in the time that the database keeps.
    with clock.set_to(datetime.datetime(2026, 3, 3, 0, 30)):  # noqa: DTZ001 - the site's own time
        roads.recorded(roads.at_board(page, editor, reviewer), secretary)
        matter = roads.at_board(page, editor, reviewer, plans.document(5))
        roads.recorded(matter, secretary, outcome="rejected", reason="För dyrt.", in_effect_from=None)
    text = shown(secretary)
    assert 'href="/handlingsplan/utgavor/2/"' in text and text.count("3 mars 2026") == 2
    assert sv("rejected").capitalize() in text and "För dyrt." not in text
    assert sv("No draft is on its way to a decision.") in text


def test_closed_matters__have_pages(page: ActionPlanPage) -> None:
    series = page.series
    for number in range(21):
        day = clock.now() - datetime.timedelta(days=number)
        Matter.objects.create(series=series, stage=Stage.CLOSED, closed_at=day, ending=Ending.REJECTED)
    reader = roads.person("auditor")
    first, second = (
        len(set(re.findall(r'href="(/beslut/\d+/)"', shown(reader, f"{LIST}?page={n}")))) for n in (1, 2)
    )
    assert (first, second) == (20, 1)
    assert signed_in(reader).get(f"{LIST}?page=trams").status_code == 200


@pytest.mark.parametrize(("role", "begins"), [("editor", True), ("coordinator", True), ("board", False)])
def test_empty_list__says_what_to_do_next(page: ActionPlanPage, role: str, begins: bool) -> None:
    assert ('href="/beslut/forbered/"' in shown(roads.person(role))) is begins


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        *((role, True) for role in ("editor", "reviewer", "steering_group", "board", "board_secretary")),
        *((role, True) for role in ("coordinator", "auditor")),
        *((role, False) for role in ("staff", "forum", "dialogue")),
    ],
)
def test_menu_and_list__are_for_those_who_follow_matters(page: ActionPlanPage, role: str, sees: bool) -> None:
    matter = roads.submitted(page, roads.person("editor"))
    client = signed_in(roads.person(role))
    for path in (LIST, f"/beslut/{matter.pk}/", f"/beslut/{matter.pk}/text/"):
        assert client.get(path).status_code == (200 if sees else 404)
    assert client.get("/beslut/987654/").status_code == 404
    start = read(client.get("/"))
    assert ('href="/beslut/"' in start) is sees
    # What the next edition changes is one step from the start page of all of them.
    assert (f'href="/beslut/{matter.pk}/"' in start) is sees


def test_stranger__is_sent_to_sign_in(page: ActionPlanPage) -> None:
    matter = roads.submitted(page, roads.person("editor"))
    for path in (LIST, f"/beslut/{matter.pk}/", "/beslut/forbered/"):
        answer = signed_in(roads.person("editor", is_active=False)).get(path)
        assert answer.status_code == 302 and "/konto/login/" in answer.headers["Location"]


@pytest.mark.both_databases
@pytest.mark.parametrize("stage", [Stage.REVIEW, Stage.CHECKING, Stage.DRAFTING])
def test_list__asks_the_same_few_questions_for_one_matter_and_for_many(
    page: ActionPlanPage, stage: Stage
) -> None:
    """In the stages whose rules ask most."""
    setup_roles()
    reader = roads.person("editor", "reviewer", "board", "board_secretary", "coordinator")
    client, counted = signed_in(reader), []
    for many in (range(1), range(1, 25)):
        for number in many:
            matter = a_matter(number, stage)
            Authorship.objects.create(series=matter.series, user=reader, revision=number, after_main=0)
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1] <= MOST


def a_matter(number: int, stage: Stage) -> Matter:
    """Of a plan of its own."""
    key = plans.key(f"plan {number}")
    workbench = Page.objects.filter(depth__gt=1).first()
    series = EditionSeries.objects.create(
        kind="activity_plan", address=f"plan-{number}", translation_key=key, page=workbench
    )
    return Matter.objects.create(series=series, stage=stage)
