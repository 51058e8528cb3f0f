"""A reader proposes a change, sees what became of it, and nobody else sees that it was theirs."""

import datetime

import pytest
from django.test import Client

from handslag import clock
from handslag.access.audiences import Audience
from plan_pages.editions.series import EditionSeries
from plan_pages.models import Edition, RevisionProposal, RoadEvent
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind
from plan_pages.seal.broken import BrokenSealError
from tests.plan_pages.proposals import proposing
from tests.plan_pages.proposals.proposing import (
    ADDRESS,
    FIRST,
    OWN,
    TEXT,
    WAITING,
    WHOLE_ADDRESS,
    answered,
    raised,
    signed_in,
    swedish,
)
from tests.support import plans, roads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page")]

decided, page = proposing.decided, proposing.page

NUMBER = "19811218-9876"


def test_proposal__from_the_section_to_the_answer_that_its_reader_reads() -> None:
    reader, editor = roads.person(), roads.person("editor")
    client = signed_in(reader)
    assert ADDRESS in client.get("/handlingsplan/").content.decode()
    form = client.get(ADDRESS).content.decode()
    assert "Om avsnitt 1" in form and form.count("<h1") == 1
    answer = client.post(ADDRESS, {"text": TEXT, "why": "Många ringer fel."}, follow=True)
    proposal = RevisionProposal.objects.get()
    assert answer.redirect_chain == [(f"{OWN}{proposal.pk}/", 302)]
    page = answer.content.decode()
    assert TEXT in page and "Många ringer fel." in page and swedish("What happens next") in page
    assert (proposal.section, proposal.section_title, proposal.source) == (FIRST, "1 Om avsnitt 1", "reader")
    assert proposal.raised_by == reader and proposal.edition == Edition.objects.get()
    signed_in(editor).post(
        f"{WAITING}{proposal.pk}/", {"verdict": "declined", "text": "Tiderna ändras ofta."}
    )
    for address in (OWN, f"{OWN}{proposal.pk}/"):
        page = client.get(address).content.decode()
        assert "Tiderna ändras ofta." in page and swedish("Not taken up") in page
        assert editor.get_full_name() not in page.replace(reader.get_full_name(), "")


def test_whole_plan__has_its_own_way() -> None:
    client = signed_in(roads.person())
    assert f'href="{WHOLE_ADDRESS}"' in client.get("/handlingsplan/").content.decode()
    client.post(WHOLE_ADDRESS, {"text": TEXT})
    assert RevisionProposal.objects.get().section == ""


def test_history__has_the_proposal_and_nobody_who_made_it() -> None:
    signed_in(roads.person()).post(ADDRESS, {"text": TEXT})
    event = RoadEvent.objects.get(kind=EventKind.PROPOSED)
    assert (event.text, event.section, event.actor) == (TEXT, FIRST, None)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("section", [plans.key("avsnitt 99"), "finns-inte"])
def test_forged_section__is_not_found_and_nothing_is_kept(method: str, section: str) -> None:
    client = signed_in(roads.person())
    assert getattr(client, method)(f"{WHOLE_ADDRESS}{section}/", {"text": TEXT}).status_code == 404
    assert not RevisionProposal.objects.exists()


def test_section_of_an_old_edition__is_not_found(page: ActionPlanPage) -> None:
    plans.adopt(page, plans.document((plans.section("avsnitt 1"),)))
    client = signed_in(roads.person())
    assert client.get(ADDRESS).status_code == 200
    assert client.get(f"{WHOLE_ADDRESS}{plans.key('avsnitt 2')}/").status_code == 404


@pytest.mark.parametrize("field", ["text", "why"])
def test_identity_number__is_refused_with_the_words_still_there(field: str) -> None:
    sent = {"text": "Första orden.", "why": "Andra orden.", field: f"Ring {NUMBER}."}
    answer = signed_in(roads.person()).post(ADDRESS, sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "data-error-summary" in page
    assert all(words in page for words in sent.values())
    assert not RevisionProposal.objects.exists() and not RoadEvent.objects.exists()


def test_empty_proposal__is_said_at_the_top() -> None:
    answer = signed_in(roads.person()).post(ADDRESS, {"text": " "})
    assert answer.status_code == 422 and "data-error-summary" in answer.content.decode()
    assert not RevisionProposal.objects.exists()


def test_sent_twice__shows_the_first_for_a_day() -> None:
    reader = roads.person()
    client = signed_in(reader)
    with clock.set_to(datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)):
        first = client.post(ADDRESS, {"text": TEXT}).headers["Location"]
    with clock.set_to(datetime.datetime(2026, 3, 3, 8, tzinfo=datetime.UTC)):
        assert client.post(ADDRESS, {"text": f" {TEXT} "}).headers["Location"] == first
        assert RevisionProposal.objects.count() == 1
        client.post(WHOLE_ADDRESS, {"text": TEXT})
        signed_in(roads.person()).post(ADDRESS, {"text": TEXT})
        assert RevisionProposal.objects.count() == 3
    with clock.set_to(datetime.datetime(2026, 3, 3, 10, tzinfo=datetime.UTC)):
        client.post(ADDRESS, {"text": TEXT})
    assert RevisionProposal.objects.filter(raised_by=reader, section=FIRST).count() == 2


def test_own_proposals__are_shown_to_their_reader_alone() -> None:
    mine, other = roads.person(), roads.person("editor", "coordinator")
    own, others = raised(mine, "Mitt förslag."), raised(other, "Ett annat förslag.")
    client = signed_in(mine)
    page = client.get(OWN).content.decode()
    assert own.text in page and others.text not in page
    assert client.get(f"{OWN}{own.pk}/").status_code == 200
    assert client.get(f"{OWN}{others.pk}/").status_code == 404
    assert signed_in(roads.person()).get(OWN).status_code == 200


def test_proposals_of_programs__are_nobodys_own() -> None:
    reader = roads.person()
    proposal = raised(reader, source="correction")
    assert signed_in(reader).get(f"{OWN}{proposal.pk}/").status_code == 404


@pytest.mark.parametrize("address", [WHOLE_ADDRESS, ADDRESS, OWN, f"{OWN}1/"])
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.STAFF])
def test_strangers__are_sent_to_sign_in_also_where_the_plan_is_open(address: str, audience: str) -> None:
    EditionSeries.objects.update(audience=audience)
    for answer in (Client().get(address), Client().post(address, {"text": TEXT})):
        assert answer.status_code == 302 and answer.headers["Location"].startswith("/konto/login/")
    assert not RevisionProposal.objects.exists()


@pytest.mark.parametrize("address", [WHOLE_ADDRESS, ADDRESS, OWN])
def test_who_may_not_read_the_plan__proposes_nothing(address: str) -> None:
    EditionSeries.objects.update(audience=Audience.RESTRICTED)
    client = signed_in(roads.person())
    assert client.get(address).status_code == 404
    assert client.post(address, {"text": TEXT}).status_code == 404
    assert not RevisionProposal.objects.exists()


@pytest.mark.parametrize("role", ["reviewer", "steering_group", "board", "auditor", "forum", "dialogue"])
def test_every_role__may_propose(role: str) -> None:
    assert signed_in(roads.person(role)).post(ADDRESS, {"text": TEXT}).status_code == 302


def test_none_in_force__nothing_to_propose_and_ones_own_are_still_there(page: ActionPlanPage) -> None:
    reader = roads.person()
    proposal = raised(reader)
    client = signed_in(reader)
    with clock.set_to(datetime.date(2023, 1, 1)):
        assert client.get(WHOLE_ADDRESS).status_code == 404
        assert proposal.text in client.get(OWN).content.decode()


def test_shared_plan__the_section_may_be_in_force_in_the_other_municipality(page: ActionPlanPage) -> None:
    """Who reads what holds in the neighbouring municipality proposes for what they read."""
    one, other = plans.municipality(), plans.municipality("9902", "Aspnäs kommun")
    texts = (plans.document(2), plans.document((plans.section("avsnitt 7"),)))
    plans.adopt(page, texts[0], decisions=(plans.decision(one), plans.decision(other)))
    plans.adopt(page, texts[1], decisions=(plans.decision(one),))
    client = signed_in(roads.person(municipality=one))
    assert client.get(ADDRESS).status_code == 200
    client.post(ADDRESS, {"text": TEXT})
    assert RevisionProposal.objects.get().edition == Edition.objects.get(main=2)


def test_account_that_is_removed__leaves_the_proposal() -> None:
    reader = roads.person()
    proposal = raised(reader)
    reader.delete()
    proposal.refresh_from_db()
    assert proposal.raised_by is None and proposal.text == TEXT


def test_state_in_words__follows_the_matter(page: ActionPlanPage) -> None:
    reader, editor = roads.person(), roads.person("editor")
    reviewer, secretary = roads.person("reviewer"), roads.person("board_secretary")
    proposal = raised(reader)
    client = signed_in(reader)
    assert swedish("Waits for an answer") in client.get(OWN).content.decode()
    answered(proposal, editor, "taken_up")
    assert swedish("Taken up in the draft") in client.get(OWN).content.decode()
    roads.recorded(roads.at_board(page, editor, reviewer), secretary)
    assert swedish("Taken up in edition %(number)s") % {"number": "2"} in client.get(OWN).content.decode()


def test_text_that_does_not_match_its_seal__takes_no_proposals(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(edition: Edition) -> None:
        raise BrokenSealError(edition, "part 1")

    monkeypatch.setattr("plan_pages.reading.proposing.document_of", refuse)
    client = signed_in(roads.person())
    for answer in (client.get(ADDRESS), client.post(ADDRESS, {"text": TEXT})):
        assert answer.status_code == 503
    assert not RevisionProposal.objects.exists()
