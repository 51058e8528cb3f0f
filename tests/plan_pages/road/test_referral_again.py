"""A text that comes back after its referral: once is enough, unless an editor wants it out again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from handslag import clock
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.moving import NotAllowedError
from plan_pages.road.referral import addresses, forgetting, sending
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.road.referral.summary import referral_summary
from plan_pages.workflow import doors
from tests.support import plans, roads
from tests.support.factories import make_site
from tests.support.once import anew, once
from tests.support.referrals import (
    AFTER,
    DAY,
    DEADLINE,
    body,
    changed_text,
    enter,
    handle,
    on_referral,
    post,
    sent_out,
    submitted_anew,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]


def reviewed() -> dict[str, Any]:
    make_site()
    people = {"editor": roads.person("editor"), "reviewer": roads.person("reviewer")}
    page = plans.plan_page()
    plans.adopt(page)
    with clock.set_to(DAY):
        return {**people, "matter": on_referral(page, people["editor"], people["reviewer"])}


before_sending = once(reviewed)


@pytest.fixture
def people(before_sending: dict[str, Any], settings: Any, tmp_path: Path) -> dict[str, Any]:
    settings.MEDIA_ROOT = str(tmp_path)
    return {name: anew(before_sending[name]) for name in ("editor", "reviewer")}


@pytest.fixture
def matter(before_sending: dict[str, Any], people: dict[str, Any]) -> Iterator[Matter]:
    with clock.set_to(DAY):
        yield anew(before_sending["matter"])


def test_closed_round__the_changed_text_goes_straight_on(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    with clock.set_to(AFTER):
        post(editor, matter, "close")
        matter = doors.act(changed_text(reread(matter), editor), people["reviewer"], "approve")
    assert matter.stage == Stage.BOARD and ReferralRound.objects.count() == 1
    event = matter.events.get(kind=EventKind.NO_REFERRAL)
    assert event.data == {"earlier_round": ReferralRound.objects.get().pk}


def test_complete_round__ends_when_the_changed_text_passes(matter: Matter, people: dict[str, Any]) -> None:
    """Withdrawn while the round is out, completed while drafting: nobody is asked twice."""
    editor = people["editor"]
    sent_out(matter, editor)
    enter(editor, matter, "Polis")
    enter(editor, matter, "Skol", declines="on", text="")
    matter = doors.act(matter, editor, "withdraw")
    assert matter.stage == Stage.DRAFTING and referral_summary(matter).rounds[0].is_same_text is None
    handle(editor, matter, "Polis")
    assert ReferralReply.objects.get(body=body("Polis")).handled_at is not None
    matter = doors.act(submitted_anew(matter, editor), people["reviewer"], "approve")
    found = ReferralRound.objects.get()
    assert matter.stage == Stage.BOARD and found.is_closed and found.closed_by is None
    assert matter.events.filter(kind=EventKind.REFERRAL_CLOSED).count() == 1


def test_incomplete_round__is_completed_about_the_text_that_was_sent(
    matter: Matter, people: dict[str, Any]
) -> None:
    editor = people["editor"]
    first = sent_out(matter, editor)
    matter = doors.act(changed_text(matter, editor), people["reviewer"], "approve")
    assert matter.stage == Stage.REFERRAL and first.digest != matter.digest
    with pytest.raises(ValidationError, match="annan text"):
        sending.invite(matter, editor, [sending.Invited("Kyrkan")])
    enter(editor, matter, "Polis")
    with clock.set_to(AFTER):
        with pytest.raises(ValidationError, match="inte hanterat"):
            doors.act(matter, editor, "approve")
        handle(editor, matter, "Polis")
        assert doors.act(matter, editor, "approve").stage == Stage.BOARD
    assert ReferralRound.objects.get().digest == first.digest
    assert referral_summary(matter).rounds[0].is_same_text is False


def test_sent_out_again__is_an_editors_choice(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    with clock.set_to(AFTER):
        post(editor, matter, "close")
        matter = doors.act(matter, editor, "withdraw")
        post(editor, matter, "again", again="on")
        matter = doors.act(submitted_anew(matter, editor), people["reviewer"], "approve")
        assert matter.stage == Stage.REFERRAL
        with pytest.raises(ValidationError, match="inte utskickad"):
            doors.act(matter, editor, "approve")
        second = sent_out(matter, editor, deadline="2026-06-01")
    assert ReferralRound.objects.count() == 2 and second.digest == matter.digest


def test_sent_out_again__changing_ones_mind_lets_it_pass(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    with clock.set_to(AFTER):
        post(editor, matter, "close")
        matter = doors.act(reread(matter), editor, "withdraw")
        sending.send_again(matter, editor, again=True)
        matter = doors.submit(matter, editor)
        matter = doors.act(matter, people["reviewer"], "approve")
        assert matter.stage == Stage.REFERRAL
        sending.send_again(matter, editor, again=False)
        assert doors.act(matter, editor, "approve").stage == Stage.BOARD


def test_new_round__leaves_no_reply_behind(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    enter(editor, matter, "Polis")
    matter = changed_text(matter, editor)
    sending.send_again(matter, editor, again=True)
    matter = doors.act(matter, people["reviewer"], "approve")
    letter = sending.Letter(AFTER, "registrator@kommun.example")
    with pytest.raises(ValidationError, match="inte hanterat"):
        sending.open_round(matter, editor, letter, [sending.Invited("Polisen")])
    handle(editor, matter, "Polis")
    sending.open_round(matter, editor, letter, [sending.Invited("Polisen")])
    assert [one.is_closed for one in ReferralRound.objects.order_by("pk")] == [True, False]


def test_resubmitted_unchanged__the_round_goes_on(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    key, secret = addresses.give(body("Polis"), editor)
    matter = doors.act(matter, editor, "withdraw")
    assert addresses.find(secret) == key
    matter = doors.act(doors.submit(matter, editor), people["reviewer"], "approve")
    assert matter.stage == Stage.REFERRAL and ReferralRound.objects.get().digest == matter.digest


def test_acts__ask_for_themselves_who_it_is(matter: Matter, people: dict[str, Any]) -> None:
    sent_out(matter, people["editor"])
    reviewer = people["reviewer"]
    key, _secret = addresses.give(body("Polis"), people["editor"])
    acts = (
        lambda: sending.extend(matter, reviewer, AFTER),
        lambda: sending.invite(matter, reviewer, [sending.Invited("Kyrkan")]),
        lambda: sending.remove_body(body("Polis"), reviewer),
        lambda: sending.summarise(matter, reviewer, "x"),
        lambda: sending.send_again(matter, reviewer, again=True),
        lambda: sending.choose(matter, reviewer, False, "x"),
        lambda: addresses.give(body("Skol"), reviewer),
        lambda: addresses.withdraw(key, reviewer),
        lambda: doors.act(matter, reviewer, "approve"),
    )
    for act in acts:
        with pytest.raises(NotAllowedError):
            act()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (
            "referral_round_open_once_per_matter",
            lambda found: ReferralRound.objects.create(
                matter=found.matter, digest="a", title="x", deadline=DEADLINE, opened_by=found.opened_by
            ),
        ),
        ("referral_round_is_about_a_text", lambda found: ReferralRound.objects.update(digest="")),
        (
            "referral_round_closed_at_a_time",
            lambda found: ReferralRound.objects.update(closed_by=found.opened_by),
        ),
        (
            "referral_body_once_per_round",
            lambda found: ReferralBody.objects.create(round=found, name="POLISMYNDIGHETEN"),
        ),
        (
            "referral_reply_says_something",
            lambda found: ReferralReply.objects.create(
                body=body("Polis"), received_on=DAY, entered_by=found.opened_by
            ),
        ),
        (
            "referral_reply_handled_with_a_word",
            lambda found: ReferralReply.objects.create(
                body=body("Polis"),
                received_on=DAY,
                text="x",
                entered_by=found.opened_by,
                handled_by=found.opened_by,
                handled_at=clock.now(),
            ),
        ),
        (
            "reading_key_stands_once_per_body",
            lambda found: [
                ReadingKey.objects.create(body=body("Polis"), digest=digest, expires_on=AFTER)
                for digest in "ab"
            ],
        ),
    ],
)
def test_rules__are_constraints_of_the_database(
    matter: Matter, people: dict[str, Any], name: str, change: Any
) -> None:
    found = sent_out(matter, people["editor"])
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        change(found)
    # SQLite names the columns of a partial index and not the index.
    assert name in str(refusal.value) or "UNIQUE constraint failed" in str(refusal.value)


def test_purge__takes_addresses_of_matters_long_closed_and_keys_long_run_out(
    matter: Matter, people: dict[str, Any]
) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    key, _secret = addresses.give(body("Polis"), editor)
    with clock.set_to(AFTER):
        post(editor, matter, "close")
        roads.recorded(reread(matter), roads.person("board_secretary"))
    with clock.set_to(AFTER.replace(year=2028, month=3)):
        assert forgetting.forget_contacts() == 0
    with clock.set_to(AFTER.replace(year=2028, month=5)):
        assert forgetting.forget_contacts() == 2 and forgetting.forget_contacts() == 0
    assert not ReferralBody.objects.exclude(contact="").exists()
    with clock.set_to(key.expires_on.replace(year=2027)):
        assert forgetting.forget_keys() == 0
    with clock.set_to(key.expires_on.replace(year=2027, month=12)):
        assert forgetting.forget_keys() == 1


def reread(matter: Matter) -> Matter:
    matter.refresh_from_db()
    return matter
