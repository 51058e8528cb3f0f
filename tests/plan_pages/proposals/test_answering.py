"""Who answers a proposal, until when, and what becomes of the answer afterwards."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from plan_pages.models import Matter, ProposalAnswer, RevisionProposal, RoadEvent
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.proposals.answering import AnsweredForGoodError
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Stage
from plan_pages.road.moving import NotAllowedError
from plan_pages.workflow import doors
from tests.plan_pages.proposals import proposing
from tests.plan_pages.proposals.proposing import (
    SECOND,
    TEXT,
    WAITING,
    answered,
    raised,
    signed_in,
    state,
    swedish,
)
from tests.support import plans, roads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page")]

decided, page = proposing.decided, proposing.page


@pytest.fixture
def editor() -> Any:
    return roads.person("editor", name="Edda Redaktör")


@pytest.fixture
def client(editor: Any) -> Client:
    return signed_in(editor)


def address(proposal: RevisionProposal) -> str:
    return f"{WAITING}{proposal.pk}/"


def seen_on(client: Client, proposal: RevisionProposal) -> str:
    seen: str = client.get(address(proposal)).context["seen"]
    return seen


def send(client: Client, proposal: RevisionProposal, verdict: str, text: str = "", **fields: Any) -> Any:
    seen = fields.pop("seen", None)
    seen = seen_on(client, proposal) if seen is None else seen
    return client.post(address(proposal), {"verdict": verdict, "text": text, "seen": seen}, **fields)


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        ("editor", True),
        ("coordinator", True),
        ("reviewer", False),
        ("board", False),
        ("board_secretary", False),
        ("steering_group", False),
        ("auditor", False),
        ("forum", False),
        ("staff", False),
    ],
)
def test_answering__by_role(role: str, answers: bool) -> None:
    proposal = raised(roads.person(name="Rakel Läsare"))
    person = roads.person(role)
    client = signed_in(person)
    for place in (WAITING, address(proposal)):
        answer = client.get(place)
        assert answer.status_code == (200 if answers else 404)
        assert ("Rakel Läsare" in answer.content.decode()) is answers
    sent = client.post(address(proposal), {"verdict": "taken_up", "text": ""})
    assert sent.status_code == (302 if answers else 404)
    assert state(proposal) == ("taken_up" if answers else "waits")
    if not answers:
        with pytest.raises(NotAllowedError):
            answered(proposal, person, "taken_up")
        assert not Matter.objects.exists()


def test_waiting_list__in_the_order_of_the_draft(page: ActionPlanPage, client: Client) -> None:
    one, two, three = (plans.section(f"avsnitt {count}", number=str(count)) for count in (1, 2, 3))
    plans.draft(page, plans.document((three, one)))
    for name, section in (("gone", two.id), ("one", one.id), ("three", three.id), ("whole", "")):
        raised(text=f"Förslag {name}.", section=section)
    text = client.get(WAITING).content.decode()
    places = [text.index(f"Förslag {name}.") for name in ("whole", "three", "one", "gone")]
    assert places == sorted(places) and text.count("<h2") == 4
    assert swedish("The draft no longer has this section.") in text


def test_taking_up__needs_no_words_and_stands_in_the_matter(client: Client, editor: Any) -> None:
    proposal = raised()
    assert send(client, proposal, "taken_up").status_code == 302
    answer = ProposalAnswer.objects.get()
    assert (answer.matter, answer.answered_by) == (Matter.objects.get(), editor)
    text = client.get(WAITING).content.decode()
    assert swedish("No proposal waits for an answer.") in text and address(proposal) in text
    event = RoadEvent.objects.get(kind=EventKind.TAKEN_UP)
    assert (event.actor, event.matter, event.data["proposal"]) == (editor, answer.matter, proposal.pk)


def test_declining__needs_a_reason(client: Client) -> None:
    proposal = raised()
    refused = send(client, proposal, "declined")
    assert refused.status_code == 422 and "data-error-summary" in refused.content.decode()
    assert state(proposal) == "waits"
    send(client, proposal, "declined", "Det står redan i avsnitt 3.")
    assert state(proposal) == "declined"
    assert RoadEvent.objects.get(kind=EventKind.DECLINED).text == "Det står redan i avsnitt 3."


def test_nothing_chosen__is_said_at_the_top_with_the_words_kept(client: Client) -> None:
    refused = client.post(address(raised()), {"text": "Mina ord."})
    assert refused.status_code == 422 and "Mina ord." in refused.content.decode()


def test_identity_number__is_refused_in_the_answer_too(client: Client) -> None:
    proposal = raised()
    refused = send(client, proposal, "declined", "Fråga 19811218-9876.")
    assert refused.status_code == 422 and "Fråga 19811218-9876." in refused.content.decode()
    assert state(proposal) == "waits"


def test_answer__may_be_changed_and_taken_back_before_the_board(client: Client) -> None:
    proposal = raised()
    send(client, proposal, "taken_up")
    send(client, proposal, "declined", "Vi hinner inte.")
    assert state(proposal) == "declined" and ProposalAnswer.objects.count() == 1
    assert "Vi hinner inte." in client.get(address(proposal)).content.decode()
    send(client, proposal, "waits")
    assert state(proposal) == "waits"
    kinds = RoadEvent.objects.values_list("kind", flat=True)
    assert list(kinds) == [EventKind.PROPOSED, EventKind.TAKEN_UP, EventKind.DECLINED, EventKind.PROPOSED]


def test_two_editors__the_second_reads_the_first_before_writing_over_it(client: Client) -> None:
    proposal = raised()
    other = signed_in(roads.person("coordinator"))
    seen = seen_on(other, proposal)
    send(client, proposal, "declined", "Första svaret.")
    refused = send(other, proposal, "taken_up", "Andra svaret.", seen=seen)
    page = refused.content.decode()
    assert refused.status_code == 422 and "Första svaret." in page and "Andra svaret." in page
    assert state(proposal) == "declined"
    assert send(other, proposal, "taken_up", seen=refused.context["seen"]).status_code == 302


@pytest.mark.parametrize("stage", list(Stage))
def test_stage__decides_whether_one_may_answer(client: Client, editor: Any, stage: Stage) -> None:
    """The whole table of stages; in a closed matter nothing is answered, a new one begins instead."""
    proposal = raised()
    matter = Matter.objects.create(series=proposal.series)
    ended = {"ending": "rejected", "closed_at": proposal.raised_at} if stage == Stage.CLOSED else {}
    Matter.objects.filter(pk=matter.pk).update(stage=stage, **ended)
    may = stage in (Stage.DRAFTING, Stage.REVIEW, Stage.REFERRAL, Stage.CLOSED)
    assert ('name="verdict"' in client.get(address(proposal)).content.decode()) is may
    assert send(client, proposal, "taken_up").status_code == (302 if may else 422)
    assert state(proposal) == ("taken_up" if may else "waits")
    assert Matter.objects.count() == (2 if stage == Stage.CLOSED else 1)


def test_answers__are_frozen_before_the_board_and_free_again_when_withdrawn(
    page: ActionPlanPage, client: Client, editor: Any
) -> None:
    proposal = raised()
    send(client, proposal, "taken_up")
    matter = roads.at_board(page, editor, roads.person("reviewer"))
    assert send(client, proposal, "waits").status_code == 422 and state(proposal) == "taken_up"
    with pytest.raises(NotAllowedError):
        answered(proposal, roads.person(is_superuser=True), "declined", "Nej.")
    doors.act(matter, editor, "withdraw")
    assert send(client, proposal, "waits").status_code == 302 and state(proposal) == "waits"


def test_after_adoption__the_answer_stays(page: ActionPlanPage, client: Client, editor: Any) -> None:
    taken, declined = raised(), raised(section=SECOND)
    send(client, taken, "taken_up")
    send(client, declined, "declined", "Nej.")
    roads.recorded(roads.at_board(page, editor, roads.person("reviewer")), roads.person("board_secretary"))
    for proposal, before in ((taken, "taken_up"), (declined, "declined")):
        assert 'name="verdict"' not in client.get(address(proposal)).content.decode()
        assert send(client, proposal, "declined", "Nu nej.").status_code == 422
        with pytest.raises(AnsweredForGoodError):
            answered(proposal, editor, "waits")
        assert state(proposal) == before


def test_after_rejection__what_was_taken_up_waits_again_and_the_matter_keeps_its_answer(
    page: ActionPlanPage, client: Client, editor: Any
) -> None:
    taken, declined = raised(), raised(section=SECOND)
    send(client, taken, "taken_up", "Ja.")
    send(client, declined, "declined", "Nej.")
    first = roads.at_board(page, editor, roads.person("reviewer"))
    outcome = {"outcome": "rejected", "in_effect_from": None, "reason": "Kostar för mycket."}
    roads.recorded(first, roads.person("board_secretary"), **outcome)
    assert (state(taken), state(declined)) == ("waits", "declined")
    assert TEXT in client.get(WAITING).content.decode()
    assert swedish("It was taken up in a draft that was rejected, so it waits again.") in (
        client.get(address(taken)).content.decode()
    )
    send(client, taken, "declined", "Inte nu heller.")
    assert state(taken) == "declined"
    assert set(first.proposal_answers.values_list("verdict", "text")) == {
        ("taken_up", "Ja."),
        ("declined", "Nej."),
    }


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"verdict": "declined", "text": ""}, "proposal_declined_with_a_reason"),
        ({"verdict": "perhaps", "text": "Ja."}, "proposal_verdict_known"),
    ],
)
def test_answers__are_bound_by_the_database(editor: Any, fields: dict[str, str], name: str) -> None:
    proposal = raised()
    answered(proposal, editor, "taken_up")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        ProposalAnswer.objects.update(**fields)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"text": ""}, "proposal_says_what"),
        ({"source": ""}, "proposal_has_a_source"),
        ({"source_url": "https://elsewhere.test/"}, "proposal_source_is_on_this_site"),
        ({"source_url": "//elsewhere.test/"}, "proposal_source_is_on_this_site"),
    ],
)
def test_proposals__are_bound_by_the_database(fields: dict[str, str], name: str) -> None:
    raised()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        RevisionProposal.objects.update(**fields)


def test_start_page__says_how_many_wait_to_those_who_answer(
    page: ActionPlanPage, client: Client, editor: Any
) -> None:
    assert WAITING not in client.get("/").content.decode()
    first = raised()
    raised(section=SECOND)
    text = client.get("/").content.decode()
    assert text.count(WAITING) == 1 and "2 " in text
    assert WAITING not in signed_in(roads.person("reviewer", "board")).get("/").content.decode()
    answered(first, editor, "declined", "Nej.")
    roads.at_board(page, editor, roads.person("reviewer"))
    assert WAITING not in client.get("/").content.decode(), "nobody can answer while the board has the text"
