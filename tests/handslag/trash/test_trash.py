"""Deleting is moving to the trash; what comes back is as it was."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from handslag import clock
from handslag.access.models import AccessRule
from handslag.access.viewer import viewing_as
from handslag.trash.listing import trashed_for
from handslag.trash.models import TrashedPage, TrashPage
from handslag.trash.moving import CannotBeDeletedError, CannotBeRestoredError, move_to_trash, restore
from handslag.trash.purging import KEPT, purge_trash
from home.guides.models import GuidePage
from tests.support.restricted import tree as trees
from tests.support.restricted.tree import Tree, restrict, sees, user

pytestmark = pytest.mark.django_db

grown, tree = trees.grown, trees.tree


def client_of(person: Any) -> Client:
    client = Client(HTTP_HOST="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk)


def test_move_to_trash__takes_the_pages_below_along_and_hides_them_from_all(tree: Tree) -> None:
    move_to_trash(tree.guides, user("editor"))
    for page in (tree.guides, tree.guide):
        for person in (
            AnonymousUser(),
            user("editor", name=f"e{page.pk}"),
            user(superuser=True, name=f"s{page.pk}"),
        ):
            assert not sees(person, page)
    assert fresh(tree.guide).live
    assert fresh(tree.guide).url is None


def test_restore__brings_back_place_slug_and_state(tree: Tree) -> None:
    draft = tree.guides.add_child(
        instance=GuidePage(title="Utkast", slug="utkast", situation="x", body=[], live=False)
    )
    below = Page.objects.filter(path__startswith=tree.guides.path).values_list("pk", flat=True)
    there = Page.objects.filter(pk__in=list(below)).values_list("pk", "url_path", "live").order_by("pk")
    before = list(there)
    restore(move_to_trash(tree.guides, user("editor")), user("editor", name="annan"))
    assert list(there.all()) == before
    assert not fresh(draft).live
    assert not TrashedPage.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_restore__beside_a_page_that_took_its_address_gets_another(tree: Tree) -> None:
    trashed = move_to_trash(tree.guide, None)
    tree.guides.refresh_from_db()
    tree.guides.add_child(instance=GuidePage(title="Ny", slug="guide", situation="x", body=[]))
    assert restore(trashed, None).slug != "guide"


def test_move_to_trash__two_pages_of_one_name_can_lie_there(tree: Tree) -> None:
    move_to_trash(tree.guide, None)
    tree.guides.refresh_from_db()
    again = tree.guides.add_child(instance=GuidePage(title="Ny", slug="guide", situation="x", body=[]))
    move_to_trash(again, None)
    assert TrashedPage.objects.count() == 2
    assert TrashPage.objects.count() == 1


def test_restore__needs_the_page_above(tree: Tree) -> None:
    guide = move_to_trash(tree.guide, None)
    move_to_trash(tree.guides, None)
    guide.refresh_from_db()
    with pytest.raises(CannotBeRestoredError):
        restore(guide, None)
    assert restore(guide, None, parent=fresh(tree.home)).url == "/guide/"


@pytest.mark.parametrize("name", ["home", "root"])
def test_move_to_trash__refuses_the_start_page(tree: Tree, name: str) -> None:
    page = tree.home if name == "home" else Page.get_first_root_node()
    with pytest.raises(CannotBeDeletedError):
        move_to_trash(page, None)


def test_restore__elsewhere_keeps_the_rules_of_the_old_place(tree: Tree) -> None:
    restrict(tree.guides, "dialogue")
    page = restore(move_to_trash(tree.guide, None), None, parent=fresh(tree.home))
    assert sees(user("dialogue"), page)
    assert not sees(user("editor"), page)


def test_restore__to_its_own_place_leaves_no_rule_behind(tree: Tree) -> None:
    restrict(tree.guides, "dialogue")
    page = restore(move_to_trash(tree.guide, None), None)
    assert not AccessRule.objects.filter(page=page).exists()
    assert not sees(user("editor"), page)


def test_restore__when_the_old_place_is_gone_for_good_admits_nobody(tree: Tree) -> None:
    trashed = move_to_trash(tree.guide, None)
    restrict(fresh(tree.guides), "dialogue")
    fresh(tree.guides).delete()
    trashed.refresh_from_db()
    assert trashed_for(user("dialogue")) == []
    page = restore(trashed, None, parent=fresh(tree.home))
    assert not sees(user("dialogue", "editor", "staff", name="alla"), page)


def test_trash__shows_restricted_pages_only_to_those_who_could_see_them(tree: Tree) -> None:
    dialogue, editor = user("dialogue"), user("editor")
    mine = move_to_trash(tree.matter, dialogue)
    guide = move_to_trash(tree.guide, dialogue)
    assert trashed_for(dialogue) == [guide, mine]
    assert trashed_for(editor) == [guide]
    assert trashed_for(user("staff")) == []
    page = client_of(editor).get(reverse("handslag_trash")).content.decode()
    assert "Ärende" not in page
    assert "Guide" in page
    refused = client_of(editor).post(reverse("handslag_trash_restore", args=[mine.pk]))
    assert refused.status_code == 404
    assert client_of(dialogue).post(reverse("handslag_trash_restore", args=[mine.pk])).status_code == 302
    assert sees(dialogue, tree.matter)


def test_trash__a_page_closed_by_the_place_it_lay_in_stays_closed_there(tree: Tree) -> None:
    restrict(tree.guides, "dialogue")
    move_to_trash(tree.guide, None)
    assert trashed_for(user("editor")) == []


def delete_in_view(client: Client, page: Page) -> None:
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_in_bulk(client: Client, page: Page) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{address}?id={page.pk}&next=/admin/", {"confirm_site_name": "Handslag"})


def delete_by_api(client: Client, page: Page) -> None:
    client.post(reverse("wagtailadmin_api:pages:action", args=[page.pk, "delete"]))


@pytest.mark.parametrize("delete", [delete_in_view, delete_in_bulk, delete_by_api])
@pytest.mark.parametrize("superuser", [True, False])
def test_delete__every_road_of_the_admin_ends_in_the_trash(tree: Tree, delete: Any, superuser: bool) -> None:
    person = user(superuser=True) if superuser else user("editor")
    delete(client_of(person), tree.guide)
    trashed = TrashedPage.objects.get()
    assert (trashed.page_id, trashed.parent_id, trashed.trashed_by) == (tree.guide.pk, tree.guides.pk, person)
    assert Page.find_problems() == ([], [], [], [], [])


def test_delete__for_good_is_refused_while_a_request_is_answered(tree: Tree) -> None:
    with viewing_as(user("editor")), pytest.raises(ValidationError), transaction.atomic():
        tree.guide.delete()
    assert Page.objects.filter(pk=tree.guide.pk).exists()


def test_delete__a_page_with_hidden_pages_below_is_refused(tree: Tree) -> None:
    restrict(tree.guide, "dialogue")
    delete_in_view(client_of(user("editor")), tree.guides)
    assert not TrashedPage.objects.exists()


def test_purge__removes_what_is_older_than_thirty_days(tree: Tree) -> None:
    old, new = move_to_trash(tree.guide, None), move_to_trash(tree.notice, None)
    TrashedPage.objects.filter(pk=old.pk).update(
        trashed_at=clock.now() - KEPT - datetime.timedelta(minutes=1)
    )
    call_command("purge")
    assert not Page.objects.filter(pk=tree.guide.pk).exists()
    assert Page.objects.filter(pk=tree.notice.pk).exists()
    assert TrashedPage.objects.get() == new


@pytest.mark.both_databases
def test_purge__leaves_a_protected_page_and_a_whole_tree(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with an edition that must not lose its revision."""
    trashed = move_to_trash(tree.guides, None)
    TrashedPage.objects.filter(pk=trashed.pk).update(trashed_at=clock.now() - KEPT * 2)

    def protected(self: Any, *args: Any, **kwargs: Any) -> None:
        Page.objects.filter(pk=self.get_parent().pk).update(numchild=0)
        raise ProtectedError("protected", set())

    monkeypatch.setattr(Page, "delete", protected)
    assert purge_trash() == 0
    assert Page.find_problems() == ([], [], [], [], [])
    assert TrashedPage.objects.filter(pk=trashed.pk).exists()
