"""Reading restricted matter is logged once, with numbers only."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from handslag import clock
from handslag.access.models import ReadLogEntry
from tests.support.restricted import tree as trees
from tests.support.restricted.tree import Tree, user

pytestmark = pytest.mark.django_db

grown, tree = trees.grown, trees.tree


def client_of(person: Any) -> Client:
    client = Client(HTTP_HOST="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def logged() -> list[tuple[str, int, bool]]:
    return list(ReadLogEntry.objects.order_by("pk").values_list("kind", "object_id", "break_glass"))


def test_reading__on_the_site_is_logged_once(tree: Tree) -> None:
    reader = user("dialogue")
    assert client_of(reader).get(tree.matter.url).status_code == 200
    assert logged() == [("page", tree.matter.pk, False)]
    assert ReadLogEntry.objects.get().user == reader


def test_reading__of_open_pages_and_refusals_are_not_logged(tree: Tree) -> None:
    client = client_of(user("editor"))
    client.get(tree.guide.url)
    client.get(tree.matter.url)
    client.head(tree.matter.url)
    Client(HTTP_HOST="localhost").get(tree.matter.url)
    assert logged() == []


def test_reading__by_a_superuser_without_the_role_is_break_glass(tree: Tree) -> None:
    client_of(user(superuser=True)).get(tree.matter.url)
    client_of(user("dialogue", superuser=True)).get(tree.matter.url)
    assert [entry[2] for entry in logged()] == [True, False]


@pytest.mark.parametrize("name", ["edit", "view_draft", "revisions_view", "revisions_compare"])
def test_reading__in_the_admin_is_logged_once(tree: Tree, name: str) -> None:
    revision = tree.matter.save_revision()
    arguments = {
        "edit": [tree.matter.pk],
        "view_draft": [tree.matter.pk],
        "revisions_view": [tree.matter.pk, revision.pk],
    }
    client = client_of(user("dialogue"))
    if name == "revisions_compare":
        named = {"pk": tree.matter.pk, "revision_id_a": "earliest", "revision_id_b": "latest"}
        answer = client.get(reverse(f"wagtailadmin_pages:{name}", kwargs=named))
    else:
        answer = client.get(reverse(f"wagtailadmin_pages:{name}", args=arguments[name]))
    assert answer.status_code == 200
    assert logged() == [("page", tree.matter.pk, False)]


@pytest.mark.parametrize(
    ("address", "is_told"),
    [
        ("/admin/pages/{above}/", True),
        ("/admin/pages/{above}/results/", True),
        ("/admin/pages/search/", True),
        ("/admin/pages/{above}/?export=csv", True),
        ("/admin/reports/locked/", True),
        ("/admin/reports/aging-pages/", True),
        ("/admin/reports/site-history/", True),
        ("/admin/api/main/pages/?child_of={above}&for_explorer=1&fields=*", True),
        ("/admin/choose-page/{above}/", True),
        ("/admin/", True),
        ("/admin/pages/{guide}/", False),
        ("/admin/pages/{guide}/edit/", False),
        ("/admin/users/", False),
    ],
)
def test_list__of_the_admin_is_one_line_for_a_superuser_without_the_role(
    tree: Tree, address: str, is_told: bool
) -> None:
    admin = user(superuser=True)
    now = clock.now()
    Page.objects.filter(pk=tree.matter.pk).update(
        locked=True, locked_by=admin, locked_at=now, last_published_at=now
    )
    tree.matter.save_revision(user=admin, log_action=True)
    above = tree.matter.get_parent()
    # The page above is restricted too, and links to it are in the lists.
    first = {above.pk, above.get_parent().pk}
    path = address.format(above=above.pk, guide=tree.guide.pk)
    answer = client_of(admin).get(path)
    assert answer.status_code == 200
    assert len(logged()) == is_told
    assert all(line[0] == "list" and line[1] in first and line[2] for line in logged())
    ReadLogEntry.objects.all().delete()
    client_of(user("dialogue", superuser=True)).get(path)
    assert logged() == []


def test_reading__says_nothing_about_the_content(tree: Tree) -> None:
    client_of(user("dialogue")).get(tree.matter.url)
    assert "Ärende" not in str(ReadLogEntry.objects.values())
    assert Page.objects.get(pk=tree.matter.pk).title == "Ärende"
