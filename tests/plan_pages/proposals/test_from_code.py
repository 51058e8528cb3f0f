"""Other apps raise proposals without knowing the plan; features of the plan do it for their own series."""

from collections.abc import Iterator
from typing import Any

import pytest

from handslag.privacy.guard import PersonalDataFound
from handslag.revision_proposals import Proposal, ProposalSource, proposal_sources, raise_proposal
from plan_pages.models import Edition, RevisionProposal, RoadEvent
from plan_pages.proposals.raising import CURRENCY, propose
from tests.plan_pages.proposals import proposing
from tests.plan_pages.proposals.proposing import (
    FIRST,
    SECOND,
    TEXT,
    WAITING,
    answered,
    raised,
    series,
    signed_in,
)
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

decided, page = proposing.decided, proposing.page


@pytest.fixture(autouse=True)
def source() -> Iterator[None]:
    proposal_sources.register(ProposalSource("meeting", "Möte i rådet"))
    yield
    if "meeting" in proposal_sources:
        proposal_sources.unregister("meeting")


def meeting(**fields: Any) -> Proposal:
    return Proposal(**{"text": TEXT, "source": "meeting", "section": FIRST, **fields})


@pytest.mark.usefixtures("page")
def test_app__raises_once_while_it_waits() -> None:
    assert raise_proposal(meeting(source_url="/samverkan/mote/4/", why="Rådet frågade."))
    assert not raise_proposal(meeting(why="Rådet frågade igen."))
    proposal = RevisionProposal.objects.get()
    assert (proposal.section_title, proposal.source_url) == ("1 Om avsnitt 1", "/samverkan/mote/4/")
    assert proposal.edition == Edition.objects.get() and proposal.raised_by is None
    assert RoadEvent.objects.count() == 1
    for other in ({"section": SECOND}, {"text": "Något annat."}):
        assert raise_proposal(meeting(**other))
    answered(proposal, roads.person("editor"), "declined", "Nej.")
    assert raise_proposal(meeting()), "an answer is no reason to be silent about what comes up again"


@pytest.mark.usefixtures("page")
def test_editor__reads_what_it_comes_from() -> None:
    raise_proposal(meeting(source_url="/samverkan/mote/4/"))
    client = signed_in(roads.person("editor"))
    page = client.get(WAITING).content.decode()
    assert "Möte i rådet" in page and 'href="/samverkan/mote/4/"' in page
    proposal_sources.unregister("meeting")
    assert "meeting" in client.get(WAITING).content.decode(), "an app may leave the site"


@pytest.mark.usefixtures("page")
def test_section_that_is_nowhere__still_reaches_the_editors() -> None:
    raise_proposal(meeting(section=plans.key("avsnitt 77")))
    assert TEXT in signed_in(roads.person("editor")).get(WAITING).content.decode()


@pytest.mark.usefixtures("page")
def test_identity_number__is_refused_and_nothing_is_kept() -> None:
    with pytest.raises(PersonalDataFound):
        raise_proposal(meeting(text="Ring 19811218-9876."))
    assert not RevisionProposal.objects.exists() and not RoadEvent.objects.exists()


@pytest.mark.parametrize(
    "url", ["https://elsewhere.test/", "//elsewhere.test/", "javascript:alert(1)", "samverkan/"]
)
def test_address_of_elsewhere__is_a_mistake_of_the_program(url: str) -> None:
    with pytest.raises(ValueError, match="not of this site"):
        meeting(source_url=url)


def test_source_that_nobody_registered__is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="no registered source"):
        raise_proposal(meeting(source="nobody"))


@pytest.mark.usefixtures("page")
def test_feature_of_the_plan__proposes_for_its_own_series() -> None:
    _first, is_new = propose(series(), TEXT, source=CURRENCY)
    _again, is_new_again = propose(series(), TEXT, source=CURRENCY)
    assert (is_new, is_new_again) == (True, False)
    raised(roads.person(), section="")
    assert RevisionProposal.objects.count() == 2
