"""Adopted with changes: entered by one person, compared with the minutes by another, and that text is sealed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Revision

from handslag import clock
from handslag.access.role_setup import setup_roles
from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import ParticipantRole
from plan_pages.road.amendment import Amendment
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.text import TextMovedError, digest_of_text
from plan_pages.seal.texts import document_of
from tests.plan_pages.deciding import board
from tests.plan_pages.seal.admin_roads import form as editor_form
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

HERE: dict[str, Any] = {"HTTP_REFERER": "http://testserver/admin/"}
CHANGED = "Skolan ska med från början."


@pytest.fixture(autouse=True)
def in_march() -> Iterator[None]:
    with clock.set_to(board.TODAY):
        yield


@pytest.fixture
def secretary() -> Any:
    return roads.person("board_secretary", name="Sonja Sekreterare")


@pytest.fixture
def matter(secretary: Any) -> Matter:
    found = board.before_board()
    setup_roles()
    board.send(board.signed_in(secretary), found, outcome="adopted_with_changes")
    found.refresh_from_db()
    return found


def changed_text() -> EditionDocument:
    sections = (*plans.numbered_sections(3), plans.section("avsnitt 4", number="4", words=CHANGED))
    return plans.document(sections)


def entered(matter: Matter, person: Any) -> None:
    plans.draft(matter.series.page.specific, changed_text(), person)


def press(person: Any, matter: Matter, way: str, **fields: Any) -> Any:
    return board.signed_in(person).post(board.address(matter, "andringar"), {"way": way, **fields})


def page_for(person: Any, matter: Matter) -> str:
    return board.read(board.signed_in(person).get(board.address(matter, "andringar")))


def confirm(person: Any, matter: Matter, **changes: Any) -> Any:
    matter.refresh_from_db()
    return press(person, matter, "confirm", **{"seen": matter.digest, "same": "on", **changes})


@pytest.fixture
def checking(matter: Matter, secretary: Any) -> Matter:
    entered(matter, secretary)
    press(secretary, matter, "send")
    matter.refresh_from_db()
    assert matter.stage == Stage.CHECKING
    return matter


def test_secretary__enters_the_changes_in_the_editor_and_nobody_else_does(
    matter: Matter, secretary: Any
) -> None:
    page = matter.series.page
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert address in page_for(secretary, matter)
    others = [roads.person(role) for role in ("editor", "reviewer", "board_secretary", "coordinator")]
    for person in (*others, roads.person("editor", is_superuser=True)):
        before = page.latest_revision_id
        board.signed_in(person).post(address, editor_form(title="Smygtext"), **HERE)
        page.refresh_from_db()
        assert page.latest_revision_id == before
    client = board.signed_in(secretary)
    assert client.get(address).status_code == 200
    client.post(address, editor_form(title="Planen med ändringar"), **HERE)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Planen med ändringar"
    assert "Planen med ändringar" in page_for(secretary, matter)


def test_changes__are_checked_by_another_person_and_sealed(checking: Matter, secretary: Any) -> None:
    assert CHANGED in page_for(secretary, checking)
    checker = roads.person("reviewer")
    shown = page_for(checker, checking)
    assert CHANGED in shown and checking.digest in shown
    done = confirm(checker, checking)
    edition = Edition.objects.get(main=2)
    assert done.url == reverse("plan:edition", args=[edition.number])
    assert board.said(done) == board.sv("Edition %(number)s is sealed.", number="2")
    assert digest_of_text(document_of(edition)) == checking.digest
    assert CHANGED in str(document_of(edition))
    took_part = set(edition.participants.values_list("user_id", "role"))
    assert {(secretary.pk, ParticipantRole.AUTHOR), (checker.pk, ParticipantRole.REVIEWER)} <= took_part
    checking.refresh_from_db()
    assert (checking.stage, checking.ending) == (Stage.CLOSED, "adopted")
    assert edition.decisions.get().outcome == "adopted_with_changes"


@pytest.mark.parametrize("superuser", [False, True])
def test_who_entered_them__does_not_check_them(checking: Matter, secretary: Any, superuser: bool) -> None:
    secretary.is_superuser = superuser
    secretary.save()
    answer = confirm(secretary, checking)
    assert answer.status_code == 302 and Edition.objects.count() == 1
    assert board.said(answer) and b'name="same"' not in board.signed_in(secretary).get(
        board.address(checking, "andringar")
    ).content  # fmt: skip


@pytest.mark.parametrize(
    ("role", "sees", "confirms"),
    [
        ("reviewer", True, True),
        ("board", True, True),
        ("board_secretary", True, True),
        ("coordinator", True, True),
        ("editor", True, False),
        ("auditor", True, False),
        ("staff", False, False),
    ],
)
def test_role__checks(checking: Matter, role: str, sees: bool, confirms: bool) -> None:
    person = roads.person(role)
    answer = board.signed_in(person).get(board.address(checking, "andringar"))
    assert answer.status_code == (200 if sees else 404)
    confirm(person, checking)
    assert (Edition.objects.count() == 2) is confirms


def test_confirming__asks_for_the_tick(checking: Matter) -> None:
    answer = confirm(roads.person("reviewer"), checking, same="")
    assert answer.status_code == 422 and Edition.objects.count() == 1


def test_confirming__an_old_page_is_refused(checking: Matter) -> None:
    assert confirm(roads.person("reviewer"), checking, seen="0" * 64).status_code == 302
    assert confirm(roads.person("reviewer"), checking, seen="").status_code == 422
    assert Edition.objects.count() == 1


def test_returned__with_a_reason_that_the_enterer_reads(checking: Matter, secretary: Any) -> None:
    checker = roads.person("reviewer")
    assert press(checker, checking, "return", comment=" ").status_code == 422
    press(checker, checking, "return", comment="Protokollet säger förskolan också.")
    checking.refresh_from_db()
    assert checking.stage == Stage.AMENDING
    assert "Protokollet säger förskolan också." in page_for(secretary, checking)
    plans.draft(checking.series.page.specific, plans.document(6), secretary)
    press(secretary, checking, "send")
    assert "Protokollet säger förskolan också." not in page_for(checker, checking)
    confirm(checker, checking)
    assert len(document_of(Edition.objects.get(main=2)).sections) == 6


def test_sending__without_a_change_is_refused(matter: Matter, secretary: Any) -> None:
    answer = press(secretary, matter, "send")
    assert board.said(answer)
    matter.refresh_from_db()
    assert matter.stage == Stage.AMENDING


def test_text_changed_while_it_is_checked__is_not_sealed(checking: Matter) -> None:
    assert checking.revision is not None
    content = {**checking.revision.content, "title": "Smygtext"}
    Revision.objects.filter(pk=checking.revision_id).update(content=content)
    checker = roads.person("reviewer")
    assert str(TextMovedError().messages[0]) in page_for(checker, checking)
    confirm(checker, checking)
    assert Edition.objects.count() == 1


def test_another_recorder__goes_on_entering_and_the_first_does_not_check(
    matter: Matter, secretary: Any
) -> None:
    entered(matter, secretary)
    second = roads.person("board", name="Lina Ledamot")
    assert 'value="take_over"' in page_for(second, matter)
    press(second, matter, "take_over")
    assert Amendment.objects.get().entered_by == second
    press(secretary, matter, "send")
    matter.refresh_from_db()
    assert matter.stage == Stage.AMENDING
    press(second, matter, "send")
    for barred in (secretary, second):
        confirm(barred, matter)
        assert Edition.objects.count() == 1
    confirm(roads.person("board"), matter)
    assert Edition.objects.count() == 2


def test_editor__does_not_take_over(matter: Matter) -> None:
    press(roads.person("editor"), matter, "take_over")
    assert Amendment.objects.get().entered_by.name == "Sonja Sekreterare"


def test_board_member__who_cannot_open_the_editor_is_told_whom_to_ask(matter: Matter) -> None:
    member = roads.person("board")
    press(member, matter, "take_over")
    shown = page_for(member, matter)
    assert reverse("wagtailadmin_pages:edit", args=[matter.series.page_id]) not in shown
    sentence = "Your account does not open the editor: ask the board's secretary to enter the changes instead of you."
    assert board.sv(sentence) in shown


def test_two_people__are_enough(secretary: Any) -> None:
    """A writes and submits, B reviews, records and enters, A compares."""
    everything = ("editor", "reviewer", "board_secretary", "coordinator")
    first, second = roads.person(*everything), roads.person(*everything)
    found = roads.at_board(board.decided_plan(), first, second)
    board.send(board.signed_in(second), found, outcome="adopted_with_changes")
    entered(found, second)
    press(second, found, "send")
    confirm(second, found)
    assert Edition.objects.count() == 1
    confirm(first, found)
    assert Edition.objects.count() == 2


def test_page__without_changes_to_enter_leads_to_the_matter(checking: Matter) -> None:
    checker = roads.person("reviewer")
    confirm(checker, checking)
    for way in ("send", "confirm", "return", "take_over", ""):
        assert press(checker, checking, way, same="on", seen="x", comment="x").status_code == 302
    answer = board.signed_in(checker).get(board.address(checking, "andringar"))
    assert answer.url == reverse("decisions:matter", args=[checking.pk])
    assert Edition.objects.count() == 2
