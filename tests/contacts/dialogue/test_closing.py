"""An exposure matter is closed at once, by every road, and does not open again by itself (B-1.5)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind
from handslag.access.audiences import Audience
from handslag.access.effective import restriction_of, users_who_may_see
from handslag.access.models import AccessRule, ReadLogEntry
from handslag.access.role_setup import setup_roles
from handslag.access.rule_guard import RuleFixedByTypeError
from handslag.access.rule_setting import set_rule
from handslag.access.visibility import may_see, searchable, visible_to
from handslag.search.models import SearchDocument
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


def rows_are_updated(page: DialogueEntryPage) -> None:
    DialogueEntryPage.objects.filter(pk=page.pk).update(kind=MatterKind.EXPOSURE)


def many_are_updated(page: DialogueEntryPage) -> None:
    page.kind = MatterKind.EXPOSURE
    DialogueEntryPage.objects.bulk_update([page], ["kind"])


def field_is_written_past_the_models(page: DialogueEntryPage) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE contacts_dialogueentrypage SET kind = 'exposure' WHERE page_ptr_id = %s", [page.pk]
        )


UPDATES = [rows_are_updated, many_are_updated]
ROADS = [
    draft_says_exposure,
    page_is_saved,
    older_version_is_published,
    *UPDATES,
    field_is_written_past_the_models,
]


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


@pytest.mark.parametrize("road", [draft_says_exposure, *UPDATES])
def test_exposure__a_rule_for_others_does_not_keep_them(
    log: Any, road: Callable[[DialogueEntryPage], None]
) -> None:
    page = entry(log)
    set_rule(page, Audience.RESTRICTED, Group.objects.filter(name__in=["editor", "dialogue"]))
    road(page)
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


def rule_is_lost(page: DialogueEntryPage) -> None:
    rows = AccessRule.objects.filter(page=page)
    AccessRule.roles.through.objects.filter(accessrule__in=rows).delete()
    rows._raw_delete(rows.db)


@pytest.mark.both_databases
@pytest.mark.parametrize("road", [field_is_written_past_the_models, rule_is_lost])
def test_exposure__is_closed_by_its_kind_alone_where_no_rule_stands(
    log: Any, road: Callable[[DialogueEntryPage], None]
) -> None:
    """Lists, choosers, search, mails and the read log all ask one of these."""
    page = entry(log) if road is field_is_written_past_the_models else exposure(log)
    beside = entry(log, slug="bredvid")
    road(page)
    assert not AccessRule.objects.filter(page=page).exists()
    editor, keeper = UserFactory(roles=["staff", "editor"]), UserFactory(roles=["dialogue"])
    for person, expected in ((editor, {beside.pk}), (keeper, {beside.pk, page.pk}), (AnonymousUser(), set())):
        below = Page.objects.child_of(log)
        assert set(visible_to(below, person).values_list("pk", flat=True)) == expected
        assert set(searchable(below, person).values_list("pk", flat=True)) == expected
        found = visible_to(SearchDocument.objects.filter(page__in=below), person)
        assert set(found.values_list("page", flat=True)) <= expected
    people = users_who_may_see(get_user_model().objects.all(), Page.objects.get(pk=page.pk))
    assert set(people) == {keeper}
    assert restriction_of(page).is_restricted


def opened_by_rows(page: DialogueEntryPage) -> None:
    DialogueEntryPage.objects.filter(pk=page.pk).update(kind=MatterKind.CONSULTATION)


def opened_among_many(page: DialogueEntryPage) -> None:
    page.kind = MatterKind.CONSULTATION
    DialogueEntryPage.objects.bulk_update([page], ["kind"])


@pytest.mark.both_databases
@pytest.mark.parametrize("road", [opened_by_rows, opened_among_many])
def test_exposure__without_a_rule_is_closed_when_many_are_updated_away_from_it(
    log: Any, road: Callable[[DialogueEntryPage], None]
) -> None:
    page, beside = exposure(log), entry(log, slug="bredvid")
    chosen = exposure(log, slug="vald")
    Group.objects.get_or_create(name="forum")
    set_rule(chosen, Audience.RESTRICTED, Group.objects.filter(name__in=["forum", "dialogue"]))
    rule_is_lost(page)
    for one in (page, beside, chosen):
        road(one)
    assert seen_by(page) == roles_of(page) == {"dialogue"}
    assert "staff" in seen_by(beside)
    assert roles_of(chosen) == {"dialogue", "forum"}, "what stood closed keeps the roles chosen for it"


@pytest.mark.parametrize("made", ["copy", "alias", "translation"])
@pytest.mark.parametrize("closed_first", [True, False])
@pytest.mark.parametrize("road", [draft_says_exposure, rows_are_updated])
def test_exposure__what_was_made_of_it_is_closed_too(
    log: Any, made: str, closed_first: bool, road: Callable[[DialogueEntryPage], None]
) -> None:
    """A copy made of an open entry before is a matter of its own; an alias and a translation are the same one."""
    page = exposure(log) if closed_first else entry(log)
    english = Locale.objects.get_or_create(language_code="en")[0]
    other: Page = {
        "copy": lambda: page.copy(update_attrs={"slug": "x"}, copy_revisions=True),
        "alias": lambda: page.create_alias(update_slug="x"),
        "translation": lambda: page.copy_for_translation(english, copy_parents=True),
    }[made]()
    if not closed_first:
        road(page)
    expected = (
        {"dialogue"} if closed_first or made != "copy" else {"staff", "editor", "coordinator", "dialogue"}
    )
    assert seen_by(other) == expected


@pytest.mark.both_databases
@pytest.mark.parametrize("road", [field_is_written_past_the_models, rule_is_lost])
def test_reading__of_an_exposure_matter_without_a_rule_is_written_down(
    log: Any, road: Callable[[DialogueEntryPage], None]
) -> None:
    """On its page, in the list and in the admin: what the kind alone closes is read under the same log."""
    page = entry(log) if road is field_is_written_past_the_models else exposure(log)
    entry(log, slug="bredvid")
    road(page)
    assert not AccessRule.objects.filter(page=page).exists()
    setup_roles()
    editor, keeper = UserFactory(roles=["staff", "editor"]), UserFactory(roles=["dialogue"])
    emergency, both = UserFactory(is_superuser=True), UserFactory(roles=["dialogue"], is_superuser=True)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    expected = []
    for person, is_break_glass in ((editor, None), (keeper, False), (emergency, True), (both, False)):
        client = Client()
        client.force_login(person)
        for address in (page.url, log.url, edit):
            shown = client.get(address).status_code == 200
            assert shown == (is_break_glass is not None or address == log.url), (person, address)
            if is_break_glass is not None:
                expected.append((person.pk, page.pk, is_break_glass))
    found = ReadLogEntry.objects.order_by("pk").values_list("user", "object_id", "break_glass")
    assert list(found) == expected
