"""The panels of the admin's first page, the menu and the door, through HTTP."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from handslag import clock
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.role_setup import setup_roles
from home.start.models import HomePage
from tests.support.factories import NewsIndexPageFactory, NewsPageFactory, UserFactory, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    page = make_site()
    setup_roles()
    return page


@pytest.fixture
def editor(home: HomePage, client: Client) -> Client:
    user = UserFactory(roles=["editor", "staff"])
    client.force_login(user)
    client.user = user  # type: ignore[attr-defined]  # read by the tests below
    return client


def first_page(client: Client) -> str:
    response = client.get(reverse("wagtailadmin_home"), headers={"accept-language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def test_panels__say_so_when_nothing_waits(editor: Client) -> None:
    html = first_page(editor)
    for panel in ("handslag-waiting", "handslag-drafts", "handslag-old-pages"):
        assert f'id="{panel}-section"' in html
    assert html.count('class="handslag-list"') <= 1


def test_drafts__are_those_i_changed_last(editor: Client, home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    mine = NewsPageFactory(parent=index, title="Min nyhet")
    others = NewsPageFactory(parent=index, title="Andras nyhet")
    mine.save_revision(user=editor.user)
    others.save_revision(user=UserFactory())
    html = first_page(editor)
    assert reverse("wagtailadmin_pages:edit", args=[mine.pk]) in html
    assert "Andras nyhet" not in html


def test_drafts__of_hidden_pages_leave_no_trace(editor: Client, home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    page = NewsPageFactory(parent=index, title="Dold nyhet")
    page.save_revision(user=editor.user)
    AccessRule.objects.create(page=index, audience=Audience.RESTRICTED)
    assert "Dold nyhet" not in first_page(editor)


@pytest.mark.parametrize(("days", "shown"), [(364, False), (366, True)])
def test_old_pages__are_shown_after_a_year(editor: Client, home: HomePage, days: int, shown: bool) -> None:
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=home), title="Gammal nyhet", owner=editor.user)
    Page.objects.filter(pk=page.pk).update(last_published_at=clock.now() - datetime.timedelta(days=days))
    assert ("Gammal nyhet" in first_page(editor)) is shown


def test_menu__leads_to_the_form_of_a_news_item(editor: Client, home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    assert reverse("wagtailadmin_pages:add", args=["home", "newspage", index.pk]) in first_page(editor)


def test_menu__hides_what_the_person_may_not_write(client: Client, home: HomePage) -> None:
    index = NewsIndexPageFactory(parent=home)
    client.force_login(UserFactory(roles=["auditor", "staff"]))
    html = first_page(client)
    assert reverse("wagtailadmin_pages:add", args=["home", "newspage", index.pk]) not in html
    assert "whats-new-in-wagtail" not in html


def test_door__refuses_in_words_and_without_going_round(client: Client, home: HomePage) -> None:
    client.force_login(UserFactory(roles=["staff"]))
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert [status for _url, status in response.redirect_chain] == [302]
    assert list(response.context["messages"]) == []


def test_door__lets_in_who_is_already_signed_in(editor: Client) -> None:
    assert editor.get("/admin/login/")["Location"] == "/admin/"
