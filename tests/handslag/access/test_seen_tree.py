"""A page with hidden pages below it, in the hands of somebody who does not see them: nothing told, nothing lost."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from handslag.access.seen_tree import tree_seen_by
from handslag.trash.models import TrashedPage
from home.guides.models import GuideIndexPage, GuidePage
from tests.support.restricted import tree as trees
from tests.support.restricted.tree import Tree, restrict, user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def tree(db: None) -> Tree:
    grown = trees.grow()
    restrict(grown.guide, "dialogue")
    return grown


@pytest.fixture
def editor(tree: Tree) -> Any:
    return user("editor")


@pytest.fixture
def client(editor: Any) -> Client:
    client = Client(HTTP_HOST="localhost")
    client.force_login(editor, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def places() -> list[tuple[int, str, int]]:
    return list(Page.objects.order_by("pk").values_list("pk", "path", "numchild"))


def said(response: Any) -> tuple[int, str, list[str]]:
    words = [str(message) for message in get_messages(response.wsgi_request)]
    return response.status_code, response.headers.get("Location", ""), words[-1:]


@pytest.mark.parametrize("view", ["delete", "move", "move_confirm"])
def test_refusal__reads_as_any_other_missing_right(tree: Tree, client: Client, view: str) -> None:
    beside = tree.home.add_child(instance=GuideIndexPage(title="Annan", slug="annan"))
    confirm = [beside.pk] if view == "move_confirm" else []
    before = places()
    given = {"new_parent_page": beside.pk}
    shown = client.get(reverse(f"wagtailadmin_pages:{view}", args=[tree.guides.pk, *confirm]))
    assert shown.status_code == 200
    refused = client.post(reverse(f"wagtailadmin_pages:{view}", args=[tree.guides.pk, *confirm]), given)
    # The root can be neither deleted nor moved by anybody.
    other = client.post(reverse("wagtailadmin_pages:delete", args=[Page.get_first_root_node().pk]))
    assert said(refused) == said(other)
    assert said(refused)[:2] == (302, reverse("wagtailadmin_home"))
    assert places() == before
    assert not TrashedPage.objects.exists()


@pytest.mark.parametrize("action", ["delete", "move"])
def test_refusal__in_bulk_and_by_api_leaves_all_in_place(tree: Tree, client: Client, action: str) -> None:
    beside = tree.home.add_child(instance=GuideIndexPage(title="Annan", slug="annan"))
    before = places()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    client.post(f"{bulk}?id={tree.guides.pk}&next=/admin/", {"chooser": beside.pk})
    api = reverse("wagtailadmin_api:pages:action", args=[tree.guides.pk, action])
    answer = client.post(api, {"destination_page_id": beside.pk})
    assert answer.status_code == 403
    assert "Guide" not in answer.content.decode()
    assert places() == before


def test_copy__of_pages_below_leaves_out_nothing_silently(tree: Tree, client: Client) -> None:
    """The form offers no pages below where all are hidden, and copies the page alone."""
    address = reverse("wagtailadmin_pages:copy", args=[tree.guides.pk])
    assert "copy_subpages" not in client.get(address).content.decode()
    given = {
        "new_title": "Kopia",
        "new_slug": "kopia",
        "new_parent_page": tree.home.pk,
        "copy_subpages": "on",
    }
    assert client.post(address, given).status_code == 302
    assert Page.objects.get(slug="kopia").numchild == 0


def test_unpublish__with_pages_below_leaves_hidden_ones_published(tree: Tree, client: Client) -> None:
    address = reverse("wagtailadmin_pages:unpublish", args=[tree.guides.pk])
    assert "include_descendants" not in client.get(address).content.decode()
    client.post(address, {"include_descendants": "on"})
    assert not Page.objects.get(pk=tree.guides.pk).live
    assert Page.objects.get(pk=tree.guide.pk).live


@pytest.mark.both_databases
def test_seen_tree__a_new_page_does_not_take_the_place_of_a_hidden_one(tree: Tree, editor: Any) -> None:
    guides = Page.objects.get(pk=tree.guides.pk)
    with tree_seen_by(editor):
        assert guides.is_leaf() and guides.get_children_count() == 0
        assert not guides.get_descendants().exists()
        guides.add_child(instance=GuidePage(title="Ny", slug="ny", situation="x", body=[]))
        assert [page.slug for page in guides.get_descendants()] == ["ny"]
    assert [page.slug for page in guides.get_children()] == ["guide", "ny"]
    assert Page.find_problems() == ([], [], [], [], [])


def test_seen_tree__superusers_see_it_as_it_is(tree: Tree) -> None:
    with tree_seen_by(user(superuser=True)):
        assert Page.objects.get(pk=tree.guides.pk).get_children_count() == 1


@pytest.mark.both_databases
@pytest.mark.parametrize("value", ["true", "false"])
def test_filters__by_children_know_visible_ones_only(tree: Tree, client: Client, value: str) -> None:
    explorer = client.get(
        reverse("wagtailadmin_explore", args=[tree.home.pk]), {"has_child_pages": value}
    ).context["pages"]
    api = client.get(
        reverse("wagtailadmin_api:pages:listing"), {"child_of": tree.home.pk, "has_children": value}
    ).json()["items"]
    leaves, parents = {tree.guides.pk}, {tree.public.pk}
    expected = parents if value == "true" else leaves
    assert {page.pk for page in explorer} & (leaves | parents) == expected
    assert {item["id"] for item in api} & (leaves | parents) == expected
