"""In the editor the draft says what somebody asked for."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plan_pages.pages.action_plan import ActionPlanPage
from tests.plan_pages.proposals import proposing
from tests.plan_pages.proposals.proposing import TEXT, WAITING, answered, raised, signed_in
from tests.support import roads

pytestmark = pytest.mark.django_db

decided, page = proposing.decided, proposing.page


@pytest.fixture
def client() -> Client:
    return signed_in(roads.person("coordinator", is_superuser=True))


def editor_of(client: Client, page: ActionPlanPage) -> str:
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def test_draft__lists_what_waits_and_leads_to_the_answer(page: ActionPlanPage, client: Client) -> None:
    assert WAITING not in editor_of(client, page)
    proposal = raised(roads.person(name="Rakel Läsare"))
    text = editor_of(client, page)
    assert TEXT in text and f'href="{WAITING}"' in text and "Om avsnitt 1" in text
    assert "Rakel" not in text
    answered(proposal, roads.person("editor"), "taken_up")
    assert TEXT not in editor_of(client, page)


def test_markup_in_a_proposal__is_shown_as_it_was_written(page: ActionPlanPage, client: Client) -> None:
    raised(text="<script>alert(1)</script>")
    text = editor_of(client, page)
    assert "<script>alert(1)" not in text and "&lt;script&gt;alert(1)" in text


@pytest.mark.both_databases
def test_note__costs_one_question_however_many_wait(page: ActionPlanPage, client: Client) -> None:
    editor_of(client, page)
    counted = []
    for count in (0, 1, 30):
        for number in range(count):
            raised(text=f"Förslag {count} {number}.")
        with CaptureQueriesContext(connection) as queries:
            editor_of(client, page)
        counted.append(sum("revisionproposal" in query["sql"] for query in queries.captured_queries))
    assert counted == [1, 1, 1]


def test_new_page__has_no_note(client: Client) -> None:
    """A form for a page that is not saved yet is asked for its notes too."""
    page = ActionPlanPage.get_edit_handler().get_bound_panel(
        instance=ActionPlanPage(),
        request=client.get("/").wsgi_request,
        form=ActionPlanPage.get_edit_handler().get_form_class()(),
    )
    assert page.render_html()
