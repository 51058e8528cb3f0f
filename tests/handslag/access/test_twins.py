"""A rule set on a page closes what says the same in another language, or as an alias in another place."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import Locale, Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.rule_form import INHERIT
from handslag.access.rule_setting import set_rule
from handslag.trash.moving import move_to_trash
from tests.support.restricted import tree as trees
from tests.support.restricted.tree import Tree, sees, user

pytestmark = pytest.mark.django_db

grown, tree = trees.grown, trees.tree


@pytest.fixture
def english(tree: Tree) -> Page:
    """Of the guide, below the list of guides in English; made while all of it was open."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    return tree.guide.copy_for_translation(locale, copy_parents=True)


def dialogue() -> list[Group]:
    return [Group.objects.get_or_create(name="dialogue")[0]]


def only_dialogue_sees(page: Page) -> bool:
    names = f"{page.pk}-{AccessRule.objects.count()}"
    return sees(user("dialogue", name=f"d{names}"), page) and not sees(user("editor", name=f"e{names}"), page)


def test_restricting__a_page_closes_its_translation(tree: Tree, english: Page) -> None:
    set_rule(tree.guide, Audience.RESTRICTED, dialogue())
    assert only_dialogue_sees(english)


def test_restricting__a_section_closes_the_translations_of_what_lies_below(tree: Tree, english: Page) -> None:
    set_rule(tree.guides, Audience.RESTRICTED, dialogue())
    assert only_dialogue_sees(english)
    assert only_dialogue_sees(Page.objects.get(pk=english.get_parent().pk))
    # The list's rule is enough; another below it would stay behind when that one is lifted.
    assert not AccessRule.objects.filter(page=english.pk).exists()


def test_restricting__a_page_closes_its_alias_in_another_section(tree: Tree) -> None:
    alias = tree.guide.create_alias(parent=tree.home, update_slug="alias")
    set_rule(tree.guides, Audience.RESTRICTED, dialogue())
    assert only_dialogue_sees(alias)


def test_restricting__a_translation_closes_the_page_it_is_of(tree: Tree, english: Page) -> None:
    set_rule(english, Audience.RESTRICTED, dialogue())
    assert only_dialogue_sees(Page.objects.get(pk=tree.guide.pk))


def test_move__into_a_closed_section_closes_the_translation(tree: Tree, english: Page) -> None:
    tree.guide.move(Page.objects.get(pk=tree.corner.pk), pos="last-child")
    assert only_dialogue_sees(english)


def test_move__to_the_trash_closes_no_translation(tree: Tree, english: Page) -> None:
    move_to_trash(tree.guide, user("admin", superuser=True))
    assert sees(user("editor", name="after"), english)


def test_lifting__opens_the_translation_that_was_closed_with_it(tree: Tree, english: Page) -> None:
    set_rule(tree.guide, Audience.RESTRICTED, dialogue())
    set_rule(tree.guide, INHERIT, [])
    assert sees(user("editor", name="after"), english)


def test_lifting__leaves_a_translation_closed_that_has_a_rule_of_its_own(tree: Tree, english: Page) -> None:
    set_rule(tree.guide, Audience.RESTRICTED, dialogue())
    rule = AccessRule.objects.get(page=english.pk)
    rule.roles.set([Group.objects.get_or_create(name="board")[0]])
    set_rule(tree.guide, INHERIT, [])
    assert not sees(user("editor", name="after"), english)


def test_opening_to_all__is_no_matter_of_the_translation(tree: Tree, english: Page) -> None:
    set_rule(tree.guide, Audience.PUBLIC, [])
    assert not sees(AnonymousUser(), english)
