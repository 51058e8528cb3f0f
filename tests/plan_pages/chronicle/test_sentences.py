"""A sentence for everything that can happen; what is new has one, and somebody who may know it."""

import datetime
from typing import Any

import pytest
from django.utils.translation import override

from handslag import clock
from plan_pages.chronicle.entry import Entry, OwnKind
from plan_pages.chronicle.knowing import KNOWN_TO, Knowledge
from plan_pages.chronicle.periods import period
from plan_pages.chronicle.sentences import PLAIN, Words, sentence_of
from plan_pages.editions.edition import Edition
from plan_pages.road.event import EventKind

EVERY_KIND = {*EventKind.values, *(kind.value for kind in OwnKind)}
WORDS = Words(who="An editor", section="1 Samverkan", decisions="Kommunfullmäktige 2026-02-23, § 17")


def said(kind: str, words: Words = WORDS, text: str = "", edition: Edition | None = None, **data: Any) -> str:
    with override("en"):
        return sentence_of(Entry(kind=kind, at=clock.now(), text=text, edition=edition, data=data), words)


def test_every_kind__has_a_sentence_and_a_circle() -> None:
    assert set(PLAIN) == set(KNOWN_TO) == EVERY_KIND


def test_a_kind_that_nobody_placed__is_for_those_who_work_with_the_plan() -> None:
    assert Knowledge(whole=True).has("something_new") and not Knowledge(whole=False).has("something_new")
    assert said("something_new") == "something_new."


@pytest.mark.parametrize("kind", sorted(EVERY_KIND - {OwnKind.DRAFTS_SAVED}))
@pytest.mark.parametrize("data", [{}, {"outcome": 7, "change": [], "deadline": "x", "opinion": None}])
def test_sentence__needs_no_data(kind: str, data: dict[str, Any]) -> None:
    told = said(kind, **data)
    assert told.endswith(".") and "%(" not in told and told != f"{kind}."


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("commented", {}, "An editor left a comment on “1 Samverkan”."),
        ("commented", {"opinion": "endorses"}, "An editor endorsed the text in an opinion. It is no vote."),
        ("commented", {"took_over": True}, "An editor went on with entering the board's changes."),
        ("at_board", {"meeting_round": 1}, "The text was put before the board."),
        ("at_board", {"meeting_round": 2}, "The text was put before the board again (number 2)."),
        (
            "decided",
            {"outcome": "tabled", "body": "KS", "meeting_date": "2026-02-23", "paragraph": "4"},
            "The matter was tabled: KS 2026-02-23, § 4.",
        ),
        (
            "decided",
            {
                "outcome": "adopted",
                "body": "KF",
                "meeting_date": "2026-02-23",
                "paragraph": "4",
                "registry_number": "KS 2026/1",
            },
            "The text was adopted: KF 2026-02-23, § 4, KS 2026/1.",
        ),
        (
            "referred",
            {"change": "opened", "deadline": "2026-05-01"},
            "The text was sent out on referral. Replies until 1 May 2026.",
        ),
        (
            "referred",
            {"change": "deadline", "deadline": "2026-06-01"},
            "The time for replies to the referral was changed. Replies until 1 June 2026.",
        ),
        (
            "currency_reviewed",
            {"outcome": "revise", "next_on": "2027-01-01"},
            "The plan was reviewed for currency: it is to be revised by a new decision. "
            "Next review: 1 January 2027.",
        ),
        (
            "drafts_saved",
            {"count": 12, "first_day": "2026-03-03", "last_day": "2026-03-09"},
            "12 drafts were saved, 3–9 March 2026.",
        ),
    ],
)
def test_sentence__follows_the_data(kind: str, data: dict[str, Any], expected: str) -> None:
    assert said(kind, **data) == expected


@pytest.mark.parametrize(
    ("declines", "expected"),
    [
        (False, "Socialnämnden replied to the referral."),
        (True, "Socialnämnden declined to reply to the referral."),
    ],
)
def test_reply__names_the_body(declines: bool, expected: str) -> None:
    assert said("replied", text="Socialnämnden", declines=declines) == expected


@pytest.mark.parametrize(
    ("kind", "main", "correction", "expected"),
    [
        ("adopted", 2, 0, "Edition 2 was adopted: Kommunfullmäktige 2026-02-23, § 17."),
        (
            "registered",
            1,
            0,
            "Edition 1 was registered; it was decided before Handslag: Kommunfullmäktige 2026-02-23, § 17.",
        ),
        ("correction", 2, 1, "Edition 2 was corrected; the corrected text has the number 2.1."),
        ("repeal", 3, 0, "The plan was repealed (number 3): Kommunfullmäktige 2026-02-23, § 17."),
    ],
)
def test_edition__says_what_it_is(kind: str, main: int, correction: int, expected: str) -> None:
    assert said("sealed", edition=Edition(kind=kind, main=main, correction=correction)) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-03-09", "2026-03-09", "9 March 2026"),
        ("2026-03-03", "2026-03-09", "3–9 March 2026"),
        ("2026-02-27", "2026-03-09", "27 February – 9 March 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
    ],
)
def test_period__says_once_what_both_days_share(first: str, last: str, expected: str) -> None:
    with override("en"):
        assert period(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)) == expected
