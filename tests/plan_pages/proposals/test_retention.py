"""The name of who raised a proposal goes two years after the answer; the proposal stays."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command

from handslag import clock
from tests.plan_pages.proposals import proposing
from tests.plan_pages.proposals.proposing import TEXT, answered, raised
from tests.support import roads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page"), pytest.mark.both_databases]

decided, page = proposing.decided, proposing.page

ANSWERED = datetime.date(2026, 2, 28)


def is_named_after(day: datetime.date, verdict: str = "declined") -> bool:
    with clock.set_to(ANSWERED):
        proposal = raised(roads.person())
        if verdict:
            answered(proposal, roads.person("editor"), verdict, "Nej.")
    with clock.set_to(day):
        call_command("purge")
    proposal.refresh_from_db()
    assert proposal.text == TEXT
    return proposal.raised_by is not None


@pytest.mark.parametrize(
    ("day", "is_named"), [(datetime.date(2028, 2, 27), True), (datetime.date(2028, 2, 28), False)]
)
def test_name__goes_after_two_years(day: datetime.date, is_named: bool) -> None:
    assert is_named_after(day) is is_named


def test_name__stays_while_the_proposal_waits() -> None:
    assert is_named_after(datetime.date(2036, 1, 1), verdict="")


def test_setting__says_after_how_many_months(settings: Any) -> None:
    settings.PROPOSER_KEPT_MONTHS = 3
    assert not is_named_after(datetime.date(2026, 5, 29))


def test_change_of_the_answer__counts_anew() -> None:
    with clock.set_to(ANSWERED):
        proposal = raised(roads.person())
        answered(proposal, roads.person("editor"), "taken_up")
    with clock.set_to(datetime.date(2027, 2, 1)):
        answered(proposal, roads.person("editor"), "declined", "Nej.")
    with clock.set_to(datetime.date(2028, 6, 1)):
        call_command("purge")
    proposal.refresh_from_db()
    assert proposal.raised_by is not None
