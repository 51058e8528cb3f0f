"""Comments of the editor are kept when an edition is sealed, whatever becomes of them there."""

from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Comment, CommentReply

from handslag import clock
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind, RoadEvent
from tests.plan_pages.chronicle.stories import JSON, PAGE, client_of
from tests.support import plans, roads
from tests.support.factories import make_site

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NUMBER = "19121212-1212"


@pytest.fixture
def page() -> ActionPlanPage:
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    return page


@pytest.fixture
def people() -> tuple[Any, Any]:
    return roads.person("editor"), roads.person("reviewer", "board_secretary")


def commented(page: ActionPlanPage, user: Any, text: str, path: str = "") -> Comment:
    path = path or f"sections.{plans.key('avsnitt 2')}.heading"
    return Comment.objects.create(page=page, user=user, text=text, contentpath=path)


def decided(page: ActionPlanPage, people: tuple[Any, Any], sections: int) -> Edition:
    writer, reviewer = people
    matter = roads.recorded(roads.at_board(page, writer, reviewer, plans.document(sections)), reviewer)
    assert matter.edition is not None
    return matter.edition


def kept() -> list[RoadEvent]:
    return list(RoadEvent.objects.filter(kind=EventKind.COMMENTED))


def test_comment__is_kept_with_its_edition_section_and_time(
    page: ActionPlanPage, people: tuple[Any, Any]
) -> None:
    comment = commented(page, people[1], "Vad menas här?")
    reply = CommentReply.objects.create(comment=comment, user=people[0], text="Det står i inledningen.")
    edition = decided(page, people, 4)
    found = [(one.text, one.section, one.edition, one.matter, one.actor_id) for one in kept()]
    where = (plans.key("avsnitt 2"), edition, edition.matter)
    assert found == [
        ("Vad menas här?", *where, people[1].pk),
        ("Det står i inledningen.", *where, people[0].pk),
    ]
    assert [one.at for one in kept()] == [comment.created_at, reply.created_at]
    assert [one.data for one in kept()] == [
        {"from": "editor", "comment": comment.pk},
        {"from": "editor", "reply": reply.pk},
    ]


@pytest.mark.parametrize("afterwards", ["delete", "resolve"])
def test_comment__survives_what_happens_to_it(
    page: ActionPlanPage, people: tuple[Any, Any], afterwards: str
) -> None:
    comment = commented(page, people[1], "Vad menas här?")
    decided(page, people, 4)
    if afterwards == "delete":
        comment.delete()
    else:
        comment.resolved_at = clock.now()
        comment.save()
    client = client_of("editor")
    for address in (PAGE, JSON):
        content = client.get(address).content.decode()
        assert "Vad menas här?" in content and "2 Om avsnitt 2" in content


def test_comment__is_kept_once_however_many_editions_follow(
    page: ActionPlanPage, people: tuple[Any, Any]
) -> None:
    first = commented(page, people[1], "Den första.")
    second = decided(page, people, 4)
    commented(page, people[1], "Den andra.")
    CommentReply.objects.create(comment=first, user=people[0], text="Ett sent svar.")
    third = decided(page, people, 5)
    assert {(one.text, one.edition) for one in kept()} == {
        ("Den första.", second),
        ("Ett sent svar.", third),
        ("Den andra.", third),
    }
    assert len(kept()) == 3


def test_correction__leaves_them_to_the_next_edition(page: ActionPlanPage, people: tuple[Any, Any]) -> None:
    commented(page, people[1], "Om det nya utkastet.")
    plans.adopt(
        page,
        plans.document(owner="kommunchefen"),
        kind=EditionKind.CORRECTION,
        corrects=1,
        decisions=(),
        reason="Fel ägare.",
    )
    assert kept() == []
    edition = decided(page, people, 4)
    assert [one.edition for one in kept()] == [edition]


@pytest.mark.parametrize("path", ["title", "sections", "sections.x'; --.body", f"sections.{'a' * 300}.body"])
def test_comment__on_no_section_is_about_the_whole(
    page: ActionPlanPage, people: tuple[Any, Any], path: str
) -> None:
    commented(page, people[1], "Allmänt.", path)
    decided(page, people, 4)
    assert [(one.text, one.section) for one in kept()] == [("Allmänt.", "")]


def test_words_that_hold_personal_data__are_left_out_and_the_edition_is_sealed(
    page: ActionPlanPage, people: tuple[Any, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """It came past the editor's check, as `bulk_create` does, while the text stood still."""
    writer, reviewer = people
    matter = roads.at_board(page, writer, reviewer, plans.document(4))
    [comment] = Comment.objects.bulk_create(
        [Comment(page=page, user=people[1], text=f"Gäller {NUMBER}.", contentpath="title")]
    )
    commented(page, people[1], "Ett annat.")
    assert roads.recorded(matter, reviewer).edition == Edition.objects.get(main=2)
    withheld, other = kept()
    assert withheld.text == "" and withheld.data == {
        "from": "editor",
        "comment": comment.pk,
        "withheld": True,
    }
    assert other.text == "Ett annat."
    assert str(comment.pk) in caplog.text and NUMBER not in caplog.text
    client = client_of("editor")
    assert all(NUMBER not in client.get(address).content.decode() for address in (PAGE, JSON))


def test_sealing_that_fails__keeps_no_comment(page: ActionPlanPage, people: tuple[Any, Any]) -> None:
    commented(page, people[1], "Vad menas här?")
    with transaction.atomic():
        decided(page, people, 4)
        assert len(kept()) == 1
        transaction.set_rollback(True)
    assert kept() == []


def test_comments_of_a_translation_or_a_copy__are_none_of_it(
    page: ActionPlanPage, people: tuple[Any, Any]
) -> None:
    copy = ActionPlanPage(title="En kopia", slug="kopia", locale=page.locale)
    page.get_parent().add_child(instance=copy)
    commented(copy, people[1], "Om kopian.")
    decided(page, people, 4)
    assert kept() == []
