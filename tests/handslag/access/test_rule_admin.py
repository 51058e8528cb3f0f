"""Who may see a page is set by a coordinator or a superuser, on purpose."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    Page,
    PageLogEntry,
    PageSubscription,
    ReferenceIndex,
    Workflow,
    WorkflowTask,
)

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.reading import CHANGED
from handslag.access.rule_setting import set_rule
from tests.support.restricted import tree as trees
from tests.support.restricted.tree import Tree, sees, user

pytestmark = pytest.mark.django_db

grown, tree = trees.grown, trees.tree


def client_of(person: Any) -> Client:
    client = Client(HTTP_HOST="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def address(page: Page) -> str:
    return reverse("handslag_access_rule", args=[page.pk])


def test_rule__coordinator_narrows_a_page(tree: Tree) -> None:
    forum = Group.objects.get(name="forum")
    client = client_of(user("coordinator"))
    assert client.get(address(tree.guides)).status_code == 200
    client.post(address(tree.guides), {"audience": "restricted", "roles": [forum.pk]})
    assert sees(user("forum"), tree.guide)
    assert not sees(user("editor"), tree.guide)
    entry = PageLogEntry.objects.get(action=CHANGED)
    assert (entry.page_id, entry.data) == (tree.guides.pk, {})


def test_rule__opening_to_the_world_needs_a_second_yes(tree: Tree) -> None:
    client = client_of(user("coordinator"))
    asked = client.post(address(tree.guides), {"audience": "public"})
    assert asked.status_code == 200
    assert not sees(AnonymousUser(), tree.guide)
    client.post(address(tree.guides), {"audience": "public", "opens_to_world": "on"})
    assert sees(AnonymousUser(), tree.guide)


def test_rule__restricted_needs_a_role(tree: Tree) -> None:
    client_of(user("coordinator")).post(address(tree.guides), {"audience": "restricted"})
    assert not AccessRule.objects.filter(page=tree.guides).exists()


@pytest.mark.parametrize(
    ("roles", "superuser", "page", "status"),
    [
        (("editor",), False, "guides", 302),
        (("coordinator",), False, "guides", 200),
        (("coordinator",), False, "corner", 404),
        (("coordinator", "dialogue"), False, "corner", 302),
        ((), True, "corner", 200),
    ],
)
def test_rule__who_may_set_it(
    tree: Tree, roles: tuple[str, ...], superuser: bool, page: str, status: int
) -> None:
    assert (
        client_of(user(*roles, superuser=superuser)).get(address(getattr(tree, page))).status_code == status
    )


def test_rule__of_a_restricted_type_stays_restricted_for_superusers_too(tree: Tree) -> None:
    client = client_of(user(superuser=True))
    for audience in ("", "staff", "public"):
        client.post(address(tree.corner), {"audience": audience, "opens_to_world": "on"})
        assert AccessRule.objects.get(page=tree.corner).audience == Audience.RESTRICTED


def test_rule__ends_mail_and_references(tree: Tree) -> None:
    editor = user("editor")
    PageSubscription.objects.create(page=tree.guide, user=editor, comment_notifications=True)
    tree.guide.body = [("text", f'<p><a linktype="page" id="{tree.notice.pk}">x</a></p>')]
    tree.guide.save()
    ReferenceIndex.create_or_update_for_object(tree.guide)
    assert ReferenceIndex.get_references_to(tree.notice).exists()
    set_rule(tree.guides, Audience.RESTRICTED, Group.objects.filter(name="forum"))
    assert not PageSubscription.objects.filter(page=tree.guide).exists()
    assert not ReferenceIndex.get_references_to(tree.notice).exists()
    ReferenceIndex.create_or_update_for_object(tree.guide)
    assert not ReferenceIndex.get_references_to(tree.notice).exists()


def test_wagtails_own_restrictions__have_no_button_and_no_address(tree: Tree) -> None:
    admin = user(superuser=True)
    assert not tree.guide.permissions_for_user(admin).can_set_view_restrictions()
    closed = client_of(admin).get(reverse("wagtailadmin_pages:set_privacy", args=[tree.guide.pk]))
    assert closed.status_code == 404


def test_mail__about_a_restricted_page_reaches_only_those_it_is_for(tree: Tree) -> None:
    editor, dialogue = user("editor"), user("dialogue")
    user(superuser=True)
    task = GroupApprovalTask.objects.create(name="Granskning")
    task.groups.set(Group.objects.filter(name__in=["editor", "dialogue"]))
    workflow = Workflow.objects.create(name="Flöde")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    tree.matter.save_revision()
    workflow.start(tree.matter, None)
    assert {address for message in mail.outbox for address in message.to} == {dialogue.email}
    assert editor.email not in str(mail.outbox)
