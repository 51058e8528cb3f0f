"""The one decision point."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.rule_guard import RuleFixedByTypeError
from handslag.access.visibility import DEEPEST, visible_below, visible_to
from home.guides.models import GuidePage
from home.public.models import PublicPage
from tests.support.restricted import tree as trees
from tests.support.restricted.tree import Tree, restrict, sees, user

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(db: None) -> Tree:
    return trees.grow()


@pytest.mark.both_databases
def test_visible_to__each_audience(tree: Tree) -> None:
    pages = {name: getattr(tree, name) for name in ("home", "guide", "notice", "corner", "matter")}

    def seen_by(person: object) -> set[str]:
        return {name for name, page in pages.items() if sees(person, page)}

    assert seen_by(AnonymousUser()) == {"notice"}
    assert seen_by(user("staff")) == seen_by(user()) == {"home", "guide", "notice"}
    assert seen_by(user("dialogue")) == set(pages)
    assert seen_by(user(superuser=True)) == set(pages)


def test_visible_to__an_account_that_is_switched_off_sees_what_strangers_see(tree: Tree) -> None:
    gone = user("dialogue", superuser=True)
    gone.is_active = False
    assert not sees(gone, tree.guide)
    assert not sees(gone, tree.corner)


@pytest.mark.both_databases
def test_visible_to__rules_add_up(tree: Tree) -> None:
    restrict(tree.guides, "forum")
    restrict(tree.guide, "dialogue")
    assert not sees(user("forum"), tree.guide)
    assert not sees(user("dialogue"), tree.guide)
    assert sees(user("forum", "dialogue"), tree.guide)


def test_visible_to__a_public_rule_below_a_narrow_one_opens_nothing(tree: Tree) -> None:
    AccessRule.objects.create(page=tree.guides, audience=Audience.STAFF)
    AccessRule.objects.create(page=tree.guide, audience=Audience.PUBLIC)
    assert not sees(AnonymousUser(), tree.guide)


def test_visible_to__a_restricted_rule_without_roles_admits_nobody(tree: Tree) -> None:
    restrict(tree.guide)
    assert not sees(user(*Group.objects.values_list("name", flat=True)), tree.guide)


def test_visible_to__pages_below_the_deepest_level_are_hidden(tree: Tree) -> None:
    page = tree.notice
    while page.depth < DEEPEST + 1:
        page = page.add_child(instance=PublicPage(title="Djup", slug="djup", body=[]))
    assert not sees(user("staff"), page)
    assert not sees(AnonymousUser(), page)
    assert sees(AnonymousUser(), page.get_parent())


def test_visible_to__refuses_what_it_does_not_know(db: None) -> None:
    with pytest.raises(TypeError, match="has no audience"):
        visible_to(Group.objects.all(), AnonymousUser())


def test_visible_below__nothing_seen_is_nothing_below(tree: Tree) -> None:
    for person in (AnonymousUser(), user("staff"), user(superuser=True)):
        assert not visible_below(Page.objects.all(), person, []).exists()


@pytest.mark.both_databases
def test_visible_to__asks_once_however_many_pages_there_are(tree: Tree) -> None:
    person = user("forum", "dialogue")
    visible_to(Page.objects.all(), person).count()
    for number in range(20):
        tree.guides.add_child(instance=GuidePage(title="G", slug=f"g-{number}", situation="x", body=[]))
    with CaptureQueriesContext(connection) as queries:
        list(visible_to(Page.objects.all(), person))
    assert len(queries) == 1


def test_rule_from_type__cannot_be_deleted_or_opened(tree: Tree) -> None:
    rule = AccessRule.objects.get(page=tree.corner)
    with pytest.raises(RuleFixedByTypeError), transaction.atomic():
        rule.delete()
    with pytest.raises(RuleFixedByTypeError), transaction.atomic():
        AccessRule.objects.filter(page=tree.corner).delete()
    rule.audience = Audience.STAFF
    with pytest.raises(RuleFixedByTypeError), transaction.atomic():
        rule.save()
    tree.corner.delete()
    assert not AccessRule.objects.filter(pk=rule.pk).exists()
