"""Recording over HTTP: a form, a confirmation in plain words, and then it is recorded, whatever the outcome."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from handslag import clock
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import DecisionRole
from plan_pages.road.matter import Ending, Matter, Stage
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.text import digest_of_text
from plan_pages.seal.texts import document_of
from plan_pages.seal.verifying import verify
from plan_pages.workflow import doors
from tests.plan_pages.deciding import board
from tests.support import plans, roads
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

NOT_ADOPTED = {"in_effect_from": "", "reason": "Kommunfullmäktige vill veta mer."}

PREPARED = {
    "prepared_body_type": "executive",
    "prepared_body": "Kommunstyrelsen",
    "prepared_date": "2026-02-10",
    "prepared_paragraph": "§ 9",
}


@pytest.fixture(autouse=True)
def in_march(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.MEDIA_ROOT = str(tmp_path)
    with clock.set_to(board.TODAY):
        yield


def in_time() -> Matter:
    with clock.set_to(board.TODAY):
        return board.before_board()


before_board = once(in_time)


@pytest.fixture
def matter(before_board: Matter) -> Matter:
    return anew(before_board)


def nothing_recorded(matter: Matter) -> bool:
    matter.refresh_from_db()
    return (
        matter.stage == Stage.BOARD and Edition.objects.count() == 1 and not RecordedDecision.objects.exists()
    )


def test_adopting__is_confirmed_in_plain_words_and_seals_exactly_that_text(matter: Matter) -> None:
    client = board.recorder()
    form = board.read(client.get(board.address(matter)))
    assert matter.digest in form and "Kommunfullmäktige" in form
    confirmation = client.post(board.address(matter), board.typed(matter, paragraph=" § 17 "))
    words = board.read(confirmation)
    title = "Handlingsplan mot våldsbejakande extremism"
    assert board.sv(
        "%(body)s adopted edition %(number)s of “%(title)s” on %(meeting)s.",
        body="Kommunfullmäktige", number="2", title=title, meeting="23 februari 2026, § 17",
    ) in words  # fmt: skip
    begins = "From %(day)s it is in force in place of edition %(before)s."
    assert board.sv(begins, day="24 februari 2026", before="1") in words
    assert matter.digest in words
    assert nothing_recorded(matter)
    done = client.post(board.address(matter), {**board.carried(words), "step": "confirm"})
    edition = Edition.objects.get(main=2)
    assert done.url == reverse("plan:edition", args=[edition.number])
    assert board.said(done) == board.sv(
        "Edition %(number)s is sealed; it is in force from %(day)s.", number="2", day="24 februari 2026"
    )
    assert digest_of_text(document_of(edition)) == matter.digest and list(verify()) == []
    decision = Decision.objects.get(edition=edition)
    assert (decision.paragraph, decision.meeting_date) == ("17", datetime.date(2026, 2, 23))
    matter.refresh_from_db()
    assert (matter.stage, matter.ending) == (Stage.CLOSED, Ending.ADOPTED)
    assert matter.workflow_state is not None and matter.workflow_state.status == "approved"


def test_confirmation__leads_back_with_everything_that_was_typed(matter: Matter) -> None:
    client = board.recorder()
    confirmation = board.read(client.post(board.address(matter), board.typed(matter, body="Fullmäktige i X")))
    form = board.read(client.post(board.address(matter), {**board.carried(confirmation), "step": "change"}))
    assert 'value="Fullmäktige i X"' in form and 'value="2026-02-23"' in form
    assert 'value="adopted" required id="id_outcome_0" checked' in form
    assert nothing_recorded(matter)


@pytest.mark.parametrize(
    ("outcome", "stage", "ending", "told"),
    [
        ("referred_back", Stage.DRAFTING, "", "The decision is recorded; the text is back with the editors."),
        ("tabled", Stage.BOARD, "", "The decision is recorded; the text waits for the next meeting."),
        (
            "rejected", Stage.CLOSED, Ending.REJECTED,
            "The decision is recorded, and the matter is closed without a new edition.",
        ),
    ],
)  # fmt: skip
def test_not_adopting__says_why_and_seals_nothing(
    matter: Matter, outcome: str, stage: Stage, ending: str, told: str
) -> None:
    client = board.recorder()
    changes = {"outcome": outcome, **NOT_ADOPTED}
    words = board.read(client.post(board.address(matter), board.typed(matter, **changes)))
    stays = board.sv("Until anything else is sealed, edition %(before)s is in force.", before="1")
    assert stays in words and NOT_ADOPTED["reason"] in words
    assert board.sv("The text is exactly the one that was put forward. Digest (SHA-256):") not in words
    done = client.post(board.address(matter), {**board.carried(words), "step": "confirm"})
    assert done.url == reverse("decisions:matter", args=[matter.pk]) and board.said(done) == board.sv(told)
    matter.refresh_from_db()
    assert (matter.stage, matter.ending) == (stage, ending)
    assert Edition.objects.count() == 1
    assert RecordedDecision.objects.get().reason == NOT_ADOPTED["reason"]


def test_tabled__gives_way_to_the_next_meeting(matter: Matter) -> None:
    client = board.recorder()
    board.send(client, matter, outcome="tabled", **NOT_ADOPTED)
    board.send(client, matter)
    assert list(RecordedDecision.objects.values_list("outcome", flat=True)) == ["tabled", "adopted"]
    assert Edition.objects.count() == 2


def test_with_changes__leads_to_entering_them(matter: Matter) -> None:
    done = board.send(board.recorder(), matter, outcome="adopted_with_changes")
    assert done.url == reverse("decisions:amend", args=[matter.pk])
    matter.refresh_from_db()
    assert matter.stage == Stage.AMENDING and Edition.objects.count() == 1


def test_rejected_matter__lets_the_next_one_begin(matter: Matter) -> None:
    board.send(board.recorder(), matter, outcome="rejected", **NOT_ADOPTED)
    page = matter.series.page.specific
    again = roads.at_board(page, roads.person("editor"), roads.person("reviewer"), plans.document(5))
    assert again.pk != matter.pk and again.stage == Stage.BOARD


def test_preparing_body__stands_in_the_edition(matter: Matter) -> None:
    board.send(board.recorder(), matter, **PREPARED)
    row = Decision.objects.get(edition__main=2, role=DecisionRole.PREPARED)
    assert (row.body, row.paragraph) == ("Kommunstyrelsen", "9")


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("paragraph", {"paragraph": ""}),
        ("paragraph", {"paragraph": None}),
        ("paragraph", {"paragraph": " \u00a0\t"}),
        ("paragraph", {"paragraph": "§"}),
        ("paragraph", {"paragraph": "\u200b"}),
        ("body", {"body": "  "}),
        ("outcome", {"outcome": "published"}),
        ("outcome", {"outcome": None}),
        ("meeting_date", {"meeting_date": "2026-03-03", "in_effect_from": "2026-03-04"}),
        ("meeting_date", {"meeting_date": "igår"}),
        ("municipality", {"municipality": "4711"}),
        ("municipality", {"municipality": None}),
        ("in_effect_from", {"in_effect_from": ""}),
        ("in_effect_from", {"in_effect_from": "2026-02-22"}),
        ("reason", {"outcome": "rejected", "reason": " \u200b"}),
        ("reason", {"reason": "Ring 811218-9876 om det."}),
        ("minutes_verified_on", {"minutes_verified_on": "2026-03-03"}),
        ("minutes_verified_on", {"minutes_verified_on": "2026-02-22"}),
        ("prepared_body", {"prepared_paragraph": "9"}),
        ("prepared_body_type", {"prepared_body": "Kommunstyrelsen", "prepared_date": "2026-02-10"}),
        ("prepared_date", {**PREPARED, "prepared_date": ""}),
        ("prepared_date", {**PREPARED, "prepared_date": "2026-02-24"}),
        ("prepared_paragraph", {**PREPARED, "prepared_paragraph": ""}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("step", ["", "confirm"])
def test_error__is_on_its_field_and_what_was_typed_stays(
    matter: Matter, field: str, changes: dict[str, str | None], step: str
) -> None:
    sent = board.typed(matter, registry_number="KS 2026/77", **changes)
    answer = board.recorder().post(board.address(matter), {**sent, "step": step})
    assert answer.status_code == 422 and field in answer.context["form"].errors
    assert "KS 2026/77" in board.read(answer) and "data-error-summary" in board.read(answer)
    assert nothing_recorded(matter)


@pytest.mark.parametrize(
    ("written", "kept"), [("§ 17", "17"), ("17", "17"), ("§§ 17–18", "17–18"), ("17 §", "17")]
)
def test_paragraph__is_kept_without_its_sign(matter: Matter, written: str, kept: str) -> None:
    board.send(board.recorder(), matter, paragraph=written)
    assert RecordedDecision.objects.get().paragraph == kept


@pytest.mark.parametrize("body_type", ["steering_group", "other"])
def test_other_bodies__need_no_paragraph(matter: Matter, body_type: str) -> None:
    board.send(board.recorder(), matter, body_type=body_type, body="Styrgruppen", paragraph="")
    assert Edition.objects.count() == 2


@pytest.mark.parametrize(
    ("role", "sees", "records"),
    [
        ("board_secretary", True, True),
        ("board", True, True),
        ("editor", True, False),
        ("reviewer", True, False),
        ("coordinator", True, False),
        ("steering_group", True, False),
        ("auditor", True, False),
        ("staff", False, False),
        ("forum", False, False),
        ("dialogue", False, False),
    ],
)
def test_role__sees_and_records(matter: Matter, role: str, sees: bool, records: bool) -> None:
    client = board.recorder(role)
    answer = client.get(board.address(matter))
    assert answer.status_code == (200 if sees else 404)
    assert (b'name="outcome"' in answer.content) is records
    answer = board.send(client, matter)
    assert answer.status_code == (302 if sees else 404)
    assert Edition.objects.count() == (2 if records else 1)
    if sees and not records:
        assert nothing_recorded(matter)
        assert "Ledamot" in board.said(answer)


def test_superuser__records_as_anybody_else_does(matter: Matter) -> None:
    board.send(board.recorder("staff", is_superuser=True), matter)
    assert Edition.objects.count() == 2


def test_stranger__is_sent_to_sign_in(matter: Matter) -> None:
    answer = board.Client().get(board.address(matter))
    assert answer.status_code == 302 and "/konto/" in answer.url


def test_old_page__is_refused_and_what_was_typed_stays(matter: Matter) -> None:
    client, sent = board.recorder(), board.typed(matter, registry_number="KS 2026/77")
    doors.act(matter, roads.person("editor"), "withdraw")
    again = roads.at_board(
        matter.series.page.specific, roads.person("editor"), roads.person("reviewer"), plans.document(5)
    )
    assert again.pk == matter.pk and again.digest != sent["seen"]
    answer = client.post(board.address(matter), {**sent, "step": "confirm"})
    words = board.read(answer)
    assert answer.status_code == 422 and "KS 2026/77" in words and again.digest in words
    assert nothing_recorded(matter)


def test_page_without_its_digest__is_refused(matter: Matter) -> None:
    assert board.send(board.recorder(), matter, seen="").status_code == 422
    assert nothing_recorded(matter)


@pytest.mark.parametrize("outcome", ["adopted", "rejected", "referred_back"])
def test_second_tab__is_told_in_a_sentence_and_nothing_more_is_recorded(matter: Matter, outcome: str) -> None:
    client, sent = board.recorder(), board.typed(matter)
    board.send(client, matter, outcome=outcome, **({} if outcome == "adopted" else NOT_ADOPTED))
    editions = Edition.objects.count()
    said_no = board.sv("This is not possible now: the matter is %(stage)s.", stage="…").partition("…")[0]
    for step in ("", "confirm"):
        answer = client.post(board.address(matter), {**sent, "step": step})
        assert answer.url == reverse("decisions:matter", args=[matter.pk])
        assert said_no in board.said(answer)
    assert (Edition.objects.count(), RecordedDecision.objects.count()) == (editions, 1)
    page = client.get(board.address(matter))
    assert page.status_code == 200 and b'name="outcome"' not in page.content


def test_other_matter__is_not_touched(matter: Matter) -> None:
    """The address alone says which matter it is; what another page carried does not fit."""
    client = board.recorder()
    board.send(client, matter)
    later = roads.at_board(
        matter.series.page.specific, roads.person("editor"), roads.person("reviewer"), plans.document(5)
    )
    answer = client.post(board.address(later), {**board.typed(matter), "step": "confirm"})
    assert answer.status_code == 422
    later.refresh_from_db()
    assert later.stage == Stage.BOARD and Edition.objects.count() == 2
    assert client.get("/beslut/4711/beslut/").status_code == 404


def test_revision_that_is_gone__is_told_and_nothing_is_recorded(matter: Matter) -> None:
    Matter.objects.filter(pk=matter.pk).update(revision=None)
    client = board.recorder()
    assert b'name="outcome"' not in client.get(board.address(matter)).content
    assert board.send(client, matter).status_code == 302
    assert Edition.objects.count() == 1 and not RecordedDecision.objects.exists()


def test_body_that_decided_last__is_filled_in(matter: Matter) -> None:
    Matter.objects.update(registry_number="KS 2026/5")
    form = board.recorder().get(board.address(matter)).context["form"]
    assert form["body"].value() == "Kommunfullmäktige" and form["body_type"].value() == "council"
    assert form["registry_number"].value() == "KS 2026/5" and form["meeting_date"].value() is None


def test_start_page__leads_to_the_form_and_so_to_three_steps(matter: Matter) -> None:
    """Open the form, go on, confirm."""
    assert f'href="{board.address(matter)}"' in board.read(board.recorder().get("/"))
