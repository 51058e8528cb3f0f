"""An exposure matter is closed at once, by every road, and does not open again by itself (B-1.5)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.rule_guard import RuleFixedByTypeError
from handslag.access.rule_views import set_rule
from handslag.access.visibility import may_see
from tests.support.dialogue import dialogue_log, entry, exposure
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def log() -> Any:
    return dialogue_log(make_site())


def seen_by(page: Page) -> set[str]:
    return {
        role
        for role in ("staff", "editor", "coordinator", "dialogue")
        if may_see(UserFactory(roles=[role]), page)
    }


def roles_of(page: Page) -> set[str]:
    return set(AccessRule.objects.get(page=page).roles.values_list("name", flat=True))


def draft_says_exposure(page: DialogueEntryPage) -> None:
    page.kind = MatterKind.EXPOSURE
    page.save_revision()


def page_is_saved(page: DialogueEntryPage) -> None:
    page.kind = MatterKind.EXPOSURE
    page.save()


def older_version_is_published(page: DialogueEntryPage) -> None:
    page.kind = MatterKind.EXPOSURE
    version = page.save_revision()
    version.publish()


ROADS = [draft_says_exposure, page_is_saved, older_version_is_published]


def test_exposure__is_closed_from_the_start(log: Any) -> None:
    assert seen_by(exposure(log, live=False)) == seen_by(exposure(log, slug="b")) == {"dialogue"}
    assert seen_by(entry(log, slug="c")) == {"staff", "editor", "coordinator", "dialogue"}


@pytest.mark.parametrize("road", ROADS)
def test_exposure__closes_an_open_entry_at_once(log: Any, road: Callable[[DialogueEntryPage], None]) -> None:
    page = entry(log)
    road(page)
    assert seen_by(page) == {"dialogue"}


@pytest.mark.parametrize("road", ROADS)
def test_exposure__does_not_open_again_with_its_kind(
    log: Any, road: Callable[[DialogueEntryPage], None]
) -> None:
    page = entry(log)
    road(page)
    page.kind = MatterKind.CONSULTATION
    page.save_revision().publish()
    assert seen_by(page) == {"dialogue"}


def test_exposure__a_rule_for_others_does_not_keep_them(log: Any) -> None:
    page = entry(log)
    set_rule(page, Audience.RESTRICTED, Group.objects.filter(name__in=["editor", "dialogue"]))
    draft_says_exposure(page)
    assert roles_of(page) == {"dialogue"}


def test_exposure__roles_chosen_afterwards_stay(log: Any) -> None:
    page = exposure(log)
    Group.objects.get_or_create(name="forum")
    set_rule(page, Audience.RESTRICTED, Group.objects.filter(name__in=["forum", "dialogue"]))
    page.agreed = "Något mer."
    page.save_revision().publish()
    assert roles_of(page) == {"dialogue", "forum"}


@pytest.mark.parametrize("audience", ["", Audience.STAFF, Audience.PUBLIC])
@pytest.mark.parametrize("only_earlier", [False, True])
def test_exposure__its_rule_cannot_be_lifted(log: Any, audience: str, only_earlier: bool) -> None:
    """Also where only an earlier version said exposure: the version can still be read."""
    page = exposure(log)
    if only_earlier:
        page.kind = MatterKind.CONSULTATION
        page.save_revision().publish()
    with pytest.raises(RuleFixedByTypeError):
        set_rule(page, audience, [])
    assert seen_by(page) == {"dialogue"}


def test_consultation__its_rule_can_be_lifted(log: Any) -> None:
    page = entry(log)
    set_rule(page, Audience.RESTRICTED, Group.objects.filter(name="dialogue"))
    set_rule(page, "", [])
    assert "staff" in seen_by(page)


@pytest.mark.parametrize("made", ["copy", "alias", "translation"])
@pytest.mark.parametrize("closed_first", [True, False])
def test_exposure__what_was_made_of_it_is_closed_too(log: Any, made: str, closed_first: bool) -> None:
    """A copy made of an open entry before is a matter of its own; an alias and a translation are the same one."""
    page = exposure(log) if closed_first else entry(log)
    english = Locale.objects.get_or_create(language_code="en")[0]
    other: Page = {
        "copy": lambda: page.copy(update_attrs={"slug": "x"}, copy_revisions=True),
        "alias": lambda: page.create_alias(update_slug="x"),
        "translation": lambda: page.copy_for_translation(english, copy_parents=True),
    }[made]()
    if not closed_first:
        draft_says_exposure(page)
    expected = (
        {"dialogue"} if closed_first or made != "copy" else {"staff", "editor", "coordinator", "dialogue"}
    )
    assert seen_by(other) == expected
