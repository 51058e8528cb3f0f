"""A plan with an edition, readers, and the shortest ways to a proposal and its answer."""

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.proposals.answering import answer, version_of
from plan_pages.proposals.model import RevisionProposal
from plan_pages.proposals.raising import READER, propose
from plan_pages.proposals.standing import answer_of
from tests.support import plans
from tests.support.factories import make_site
from tests.support.once import anew, once

FIRST, SECOND = plans.key("avsnitt 1"), plans.key("avsnitt 2")
WHOLE_ADDRESS = "/handlingsplan/foresla/"
ADDRESS = f"{WHOLE_ADDRESS}{FIRST}/"
OWN = "/handlingsplan/forslag/"
WAITING = "/beslut/forslag/"
TEXT = "Skriv ut telefontiderna."


def in_force() -> ActionPlanPage:
    """A plan whose first edition is in force."""
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    return page


decided = once(in_force)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    """Modules that use it name `decided`, too."""
    return anew(decided)


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def swedish(message: str) -> str:
    """The words on the page, whatever they are translated to."""
    with override("sv"):
        return gettext(message)


def series() -> EditionSeries:
    return EditionSeries.objects.get()


def raised(by: Any = None, text: str = TEXT, section: str = FIRST, **fields: Any) -> RevisionProposal:
    proposal, is_new = propose(
        series(), text, **{"source": READER, "section": section, "raised_by": by, **fields}
    )
    assert is_new
    return proposal


def answered(proposal: RevisionProposal, user: Any, verdict: str, text: str = "") -> None:
    """With the page of somebody who looked just now."""
    proposal = RevisionProposal.objects.get(pk=proposal.pk)
    answer(proposal, user, verdict, text, version_of(answer_of(proposal)))


def state(proposal: RevisionProposal) -> str:
    found = answer_of(RevisionProposal.objects.get(pk=proposal.pk))
    return found.verdict if found is not None else "waits"
