"""When a referral may be closed, what is said of it then, and what waits meanwhile."""

from typing import Any

import pytest

from handslag import clock
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.summary import BodyState, referral_summary
from tests.support import roads
from tests.support.referrals import (
    AFTER,
    DEADLINE,
    address,
    body,
    changed_text,
    enter,
    handle,
    post,
    sent_out,
    signed_in,
    stage,
    text,
)

pytestmark = pytest.mark.django_db


def test_summary__says_what_the_board_needs_and_no_addresses(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    with clock.set_to(AFTER):
        enter(editor, matter, "Polis", stance="Tillstyrker", registry_number="A123", received_on=AFTER)
        handle(editor, matter, "Polis")
        post(editor, matter, "close", summary="En fråga.")
    summary = referral_summary(matter)
    (found,) = summary.rounds
    assert (found.asked, found.answered, found.declined, found.no_reply, found.late) == (2, 1, 0, 1, 1)
    assert found.is_same_text and found.summary == "En fråga."
    police, school = found.bodies
    assert (police.stance, police.registry_number, police.is_late) == ("Tillstyrker", "A123", True)
    assert police.handling == "Avsnitt 2 är omskrivet." and school.state == BodyState.SILENT
    read = text(signed_in(roads.person("board")).get(address(matter)))
    assert "exakt den här texten" in read and "1 svar kom för sent." in read
    assert "example" not in read and "Eva Redaktör" not in read


@pytest.mark.parametrize("declines", [True, False])
def test_all_answered__may_close_before_the_day(
    matter: Matter, people: dict[str, Any], declines: bool
) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    enter(editor, matter, "Polis", declines="on", text="")
    if not declines:
        post(editor, matter, "close")
        assert stage(matter) == Stage.REFERRAL
        return
    enter(editor, matter, "Skol", declines="on", text="")
    post(editor, matter, "close")
    assert stage(matter) == Stage.BOARD
    assert referral_summary(matter).rounds[0].declined == 2


def test_more_time__counts_for_what_is_late(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    assert post(editor, matter, "extend", deadline=DEADLINE.isoformat()).status_code == 422
    assert "längre tid" in text(post(editor, matter, "extend", deadline="2026-05-01"))
    with clock.set_to(AFTER):
        enter(editor, matter, "Polis", received_on=AFTER.isoformat())
        assert referral_summary(matter).rounds[0].late == 0
        post(editor, matter, "close")
        assert stage(matter) == Stage.REFERRAL
    assert matter.events.filter(kind=EventKind.REFERRED).last().data["deadline"] == "2026-05-01"


def test_closed_round__takes_no_more_replies(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    with clock.set_to(AFTER):
        page = signed_in(editor).get(address(matter, body("Polis").pk, "svar"))
        post(editor, matter, "close")
        assert page.status_code == 200 and stage(matter) == Stage.BOARD
        enter(editor, matter, "Polis")
        post(editor, matter, "close")
    assert not ReferralReply.objects.exists() and stage(matter) == Stage.BOARD


def test_closing_from_an_old_page__approves_no_review(matter: Matter, people: dict[str, Any]) -> None:
    """A person with both roles presses “close” on a page that is old by then: the matter is in review again."""
    both = roads.person("editor", "reviewer")
    matter = changed_text(matter, people["editor"])
    assert matter.stage == Stage.REVIEW
    post(both, matter, "close", summary="")
    assert stage(matter) == Stage.REVIEW


def test_start_page__says_what_waits_for_editors_and_to_nobody_else(
    matter: Matter, people: dict[str, Any]
) -> None:
    editor = people["editor"]

    def start(user: Any) -> str:
        return text(signed_in(user).get("/"))

    assert "Skicka ut texten på remiss" in start(editor)
    assert "Skicka ut texten på remiss" not in start(people["reviewer"])
    sent_out(matter, editor)
    assert "Skicka ut texten på remiss" not in start(editor) and "Avsluta remissen" not in start(editor)
    enter(editor, matter, "Polis")
    assert "Hantera 1 remissvar" in start(editor) and "1 april 2026" in start(editor)
    handle(editor, matter, "Polis")
    assert "Hantera 1 remissvar" not in start(editor)
    with clock.set_to(AFTER):
        assert "Avsluta remissen" in start(editor)
        post(editor, matter, "close")
        assert "Avsluta remissen" not in start(editor)
