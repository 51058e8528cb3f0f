"""A page that leaves a restricted place stays as closed as it was."""

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Locale, Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from home.guides.models import GuidePage
from tests.support.restricted import tree as trees
from tests.support.restricted.tree import Tree, restrict, sees, user

pytestmark = pytest.mark.django_db

grown, tree = trees.grown, trees.tree


def assert_only_dialogue_sees(page: Page) -> None:
    for one in Page.objects.filter(path__startswith=page.path):
        assert sees(user("dialogue", name=f"{page.pk}-d{one.pk}"), one)
        assert not sees(user("editor", "coordinator", name=f"{page.pk}-e{one.pk}"), one)
        assert not sees(AnonymousUser(), one)


@pytest.fixture
def guide_in_corner(tree: Tree) -> Page:
    """An ordinary guide, closed only by the list it lies in."""
    restrict(tree.guides, "dialogue")
    return tree.guide


def test_move__out_of_a_restricted_place_keeps_the_restriction(tree: Tree, guide_in_corner: Page) -> None:
    guide_in_corner.move(tree.home, pos="last-child")
    assert_only_dialogue_sees(Page.objects.get(pk=guide_in_corner.pk))


def test_move__to_the_public_section_keeps_it_for_staff(tree: Tree) -> None:
    tree.guide.move(tree.public, pos="last-child")
    guide = Page.objects.get(pk=tree.guide.pk)
    assert not sees(AnonymousUser(), guide)
    assert sees(user("staff"), guide)


def test_move__out_of_a_narrowed_place_does_not_open_public_pages_below(tree: Tree) -> None:
    AccessRule.objects.create(page=tree.guides, audience=Audience.STAFF)
    tree.public.move(tree.guides, pos="last-child")
    tree.guides.refresh_from_db()
    assert not sees(AnonymousUser(), Page.objects.get(pk=tree.notice.pk))
    Page.objects.get(pk=tree.public.pk).move(Page.objects.get(pk=tree.home.pk), pos="last-child")
    assert not sees(AnonymousUser(), Page.objects.get(pk=tree.notice.pk))


def test_move__within_the_same_page_changes_no_rule(tree: Tree, guide_in_corner: Page) -> None:
    other = tree.guides.add_child(instance=GuidePage(title="Två", slug="tva", situation="x", body=[]))
    other.move(guide_in_corner, pos="left")
    assert not AccessRule.objects.filter(page_id=other.pk).exists()


def test_move__of_several_rules_keeps_what_all_of_them_admit(tree: Tree) -> None:
    restrict(tree.guides, "dialogue", "forum")
    restrict(tree.guide, "forum", "editor")
    tree.guide.move(tree.home, pos="last-child")
    guide = Page.objects.get(pk=tree.guide.pk)
    assert sees(user("forum"), guide)
    assert not sees(user("editor"), guide)
    assert not sees(user("dialogue"), guide)


@pytest.mark.parametrize("keep_live", [True, False])
def test_copy__keeps_the_restriction_of_page_and_pages_below(tree: Tree, keep_live: bool) -> None:
    restrict(tree.guides, "dialogue")
    copied = tree.guides.copy(
        recursive=True, to=tree.home, update_attrs={"slug": "kopia"}, keep_live=keep_live, copy_revisions=True
    )
    assert_only_dialogue_sees(copied)


def test_copy__of_a_page_below_keeps_a_rule_of_its_own(tree: Tree) -> None:
    restrict(tree.guide, "dialogue")
    copied = tree.guides.copy(recursive=True, to=tree.home, update_attrs={"slug": "kopia"})
    assert_only_dialogue_sees(copied.get_children().get())


def test_alias__keeps_the_restriction(tree: Tree, guide_in_corner: Page) -> None:
    assert_only_dialogue_sees(guide_in_corner.create_alias(parent=tree.home, update_slug="alias"))


def test_alias__of_a_whole_place_keeps_the_restriction(tree: Tree, guide_in_corner: Page) -> None:
    tree.guides.refresh_from_db()
    assert_only_dialogue_sees(tree.guides.create_alias(parent=tree.home, recursive=True, update_slug="alias"))


def test_translation__keeps_the_restriction(tree: Tree, guide_in_corner: Page) -> None:
    english, _created = Locale.objects.get_or_create(language_code="en")
    translated = guide_in_corner.copy_for_translation(english, copy_parents=True)
    assert_only_dialogue_sees(translated)
    assert_only_dialogue_sees(translated.get_parent())


def test_translation__of_the_public_section_is_public(tree: Tree) -> None:
    english, _created = Locale.objects.get_or_create(language_code="en")
    assert sees(AnonymousUser(), tree.notice.copy_for_translation(english, copy_parents=True))


def test_copy__of_a_narrowed_restricted_type_is_as_narrow(tree: Tree) -> None:
    AccessRule.objects.get(page=tree.matter).roles.clear()
    copied = tree.matter.copy(to=tree.home, update_attrs={"slug": "kopia"})
    assert not sees(user("dialogue"), copied)


@pytest.mark.both_databases
def test_copy__leaves_nothing_behind_when_the_rule_cannot_be_set(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("handslag.access.carrying.carry", fail)
    before = Page.objects.count()
    with pytest.raises(RuntimeError):
        tree.corner.copy(to=tree.home, update_attrs={"slug": "kopia"})
    assert Page.objects.count() == before
