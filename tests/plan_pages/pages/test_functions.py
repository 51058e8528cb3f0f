"""Who answers for a commitment: chosen from the directory, kept as the text that was written (A5.2)."""

import html

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation
from handslag.access.role_setup import setup_roles
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.pages.blocks import CommitmentBlock
from plan_pages.pages.function_choice import LIST
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.plan_forms import plan_form

pytestmark = pytest.mark.django_db

NAME = "Säkerhetssamordnaren"


@pytest.fixture
def page() -> ActionPlanPage:
    make_site()
    page = plans.plan_page()
    setup_roles()
    return page


def function(name: str = NAME, organisation: str = "Kommunen") -> Function:
    owner = Organisation.objects.get_or_create(name=organisation, kind="municipal")[0]
    return Function.objects.create(name=name, organisation=owner)


def editor(*roles: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=["staff", *(roles or ("editor",))]))
    return client


def opened(client: Client, page: ActionPlanPage) -> str:
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def write(client: Client, page: ActionPlanPage, name: str, responsible: str = "") -> None:
    promise = {
        "text": "Vi ska mötas.",
        "obligation": "ska",
        "lead": "",
        "accountable_function": name,
        "check": {"source": "", "parameters": ""},
    }
    sent = plan_form("Planen", ("commitment", promise), responsible_function=responsible)
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sent)
    assert answer.status_code == 302


def noted(text: str) -> str:
    """The note above the draft, in Swedish or before it is translated; "" where there is none."""
    for beginning in ("katalogen har ingen funktion", "The directory has no function"):
        if beginning in text:
            return text.partition(beginning)[2].partition("</ul>")[0]
    return ""


def test_editor__offers_the_functions_of_the_directory(page: ActionPlanPage) -> None:
    function()
    function(organisation="Regionen")
    gone = function("Nedlagda funktionen")
    Function.objects.filter(pk=gone.pk).update(abolished_on="2026-01-01")
    text = opened(editor(), page)
    offered = text.partition(f'<datalist id="{LIST}">')[2].partition("</datalist>")[0]
    assert offered.count(f'value="{NAME}"') == 1 and "Kommunen, Regionen" in offered
    assert "Nedlagda" not in offered
    # The plan's own field, and what the commitments' fields are made from.
    assert text.count(f'list="{LIST}"') == 1 and f'list=\\"{LIST}\\"' in text


@pytest.mark.parametrize("written", [NAME, NAME.upper(), f"  {NAME.lower()} ", "Gamla namnet", ""])
def test_name__in_the_directory_is_not_remarked_on(page: ActionPlanPage, written: str) -> None:
    renamed = function("Gamla namnet")
    renamed.name = NAME
    renamed.save()
    client = editor()
    write(client, page, written)
    assert not noted(opened(client, page))


def test_name__that_the_directory_lacks_is_kept_and_said(page: ActionPlanPage) -> None:
    function()
    client = editor("editor", "coordinator")
    write(client, page, "Sekerhetssamordnaren", responsible="Planens ägare")
    text = opened(client, page)
    said = noted(text)
    assert "Sekerhetssamordnaren" in said and "(Möten)" in said and "Planens ägare" in said
    address = f"{reverse('contacts_functions:add')}?name=Sekerhetssamordnaren"
    assert f'href="{address}"' in said
    assert 'value="Sekerhetssamordnaren"' in client.get(address).content.decode()
    document = ActionPlanPage.objects.get(pk=page.pk).get_latest_revision_as_object().to_document()
    assert document.commitments[0].accountable_function == "Sekerhetssamordnaren"
    function("Sekerhetssamordnaren")
    function("Planens ägare")
    assert not noted(opened(client, page))


def test_name__who_may_not_enter_functions_is_told_who_does(page: ActionPlanPage) -> None:
    client = editor()
    write(client, page, "Okända funktionen")
    text = opened(client, page)
    assert "Okända funktionen" in noted(text)
    assert reverse("contacts_functions:add") not in noted(text)


def test_note__costs_the_same_however_long_the_plan_is(page: ActionPlanPage) -> None:
    client = editor("editor", "coordinator")

    def asked() -> int:
        opened(client, page)
        with CaptureQueriesContext(connection) as queries:
            opened(client, page)
        return sum("contacts_f" in query["sql"] for query in queries.captured_queries)

    few = asked()
    for number in range(30):
        function(f"Funktion {number}")
    assert asked() == few <= 4


def test_block__is_a_text_to_the_migrations() -> None:
    path, _arguments, options = CommitmentBlock().child_blocks["accountable_function"].deconstruct()
    assert path == "wagtail.blocks.CharBlock" and options["max_length"] == 160
